package org.tinkuy.notification.newsletter.mail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.newsletter.CampaignId;
import org.tinkuy.notification.newsletter.Imprint;

/// The texts of the campaigns that were sent last: what a campaign says is settled when it starts.
final class SentTexts {

    private static final int KEPT = 24;

    private record Key(CampaignId campaign, Imprint imprint, Language language) {}

    private final Map<Key, MailText> texts =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, MailText> eldest) {
                    return size() > KEPT;
                }
            };

    synchronized MailText of(
            CampaignId campaign, Imprint imprint, Language language, Supplier<MailText> written) {
        return texts.computeIfAbsent(new Key(campaign, imprint, language), _ -> written.get());
    }
}
