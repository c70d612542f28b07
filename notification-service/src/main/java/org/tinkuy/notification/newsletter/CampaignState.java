package org.tinkuy.notification.newsletter;

import java.util.Locale;

/// draft → sending ⇄ paused → finished; each of the first three may be cancelled.
public enum CampaignState {
    DRAFT,
    SENDING,
    PAUSED,
    FINISHED,
    CANCELLED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CampaignState labelled(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
