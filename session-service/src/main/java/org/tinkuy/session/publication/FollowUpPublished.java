package org.tinkuy.session.publication;

import org.jspecify.annotations.Nullable;
import org.tinkuy.session.dialogue.FollowUp;

/// A follow-up training within the published state of its programme.
public record FollowUpPublished(
        String country, @Nullable String timeZone, @Nullable String language) {

    static FollowUpPublished of(FollowUp followUp) {
        var zone = followUp.timeZone();
        return new FollowUpPublished(
                followUp.country(), zone == null ? null : zone.getId(), followUp.language());
    }
}
