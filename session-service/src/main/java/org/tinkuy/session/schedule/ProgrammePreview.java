package org.tinkuy.session.schedule;

import java.time.Instant;
import java.util.List;
import org.tinkuy.session.publication.ProgrammePublished;

/// A programme and its sessions as everybody would see them if all drafts were published now.
///
/// @param endsAt when the link that shows it ends
public record ProgrammePreview(
        ProgrammePublished programme, List<SessionPublished> sessions, Instant endsAt) {

    public ProgrammePreview {
        sessions = List.copyOf(sessions);
    }
}
