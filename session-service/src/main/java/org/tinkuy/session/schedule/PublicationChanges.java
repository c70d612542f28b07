package org.tinkuy.session.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.publication.ProgrammePublished;
import org.tinkuy.session.publication.Publication;

/// What a publication changed for everybody.
///
/// @param after `null`: nothing of the programme was published any more
/// @param before `null`: nothing of the programme was published until then
/// @param sessions that read otherwise since, and no others
public record PublicationChanges(
        Publication publication,
        @Nullable ProgrammePublished after,
        @Nullable ProgrammePublished before,
        List<SessionChange> sessions) {

    /// @param after `null`: it was withdrawn
    /// @param before `null`: it was not published until then
    public record SessionChange(
            @Nullable SessionPublished after, @Nullable SessionPublished before) {}

    public PublicationChanges {
        sessions = List.copyOf(sessions);
    }
}
