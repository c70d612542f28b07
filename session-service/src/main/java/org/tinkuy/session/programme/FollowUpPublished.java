package org.tinkuy.session.programme;

import org.jspecify.annotations.Nullable;

/// A follow-up training within the published state of its programme.
public record FollowUpPublished(
        String country, @Nullable String timeZone, @Nullable String language) {

    static FollowUpPublished of(FollowUp followUp) {
        var zone = followUp.timeZone();
        return new FollowUpPublished(
                followUp.country(), zone == null ? null : zone.getId(), followUp.language());
    }
}
