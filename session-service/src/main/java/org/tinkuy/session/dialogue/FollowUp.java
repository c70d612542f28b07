package org.tinkuy.session.dialogue;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Draft;

/// The same training in another country, in its language and time zone.
///
/// @param version counts its changes
public record FollowUp(
        FollowUpId id,
        long version,
        String country,
        @Nullable ZoneId timeZone,
        @Nullable String language)
        implements Draft {

    /// The same by another name.
    public FollowUp copied(FollowUpId id) {
        return new FollowUp(id, FIRST_VERSION, country, timeZone, language);
    }

    /// The same as that version of its draft.
    public FollowUp as(long version) {
        return new FollowUp(id, version, country, timeZone, language);
    }
}
