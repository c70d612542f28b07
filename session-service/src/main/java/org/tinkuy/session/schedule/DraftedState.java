package org.tinkuy.session.schedule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.publication.ProgrammePublished;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.schedule.PendingChanges.SessionChange;

/// All that was drafted of a programme beside all that is published of it, at one moment.
///
/// @param drafted with what its published sessions say, or its drafted ones where none is
/// @param published `null`: nothing of it is
/// @param leaving published sessions that have no draft any more
record DraftedState(
        PublishedProgramme drafted,
        @Nullable PublishedProgramme published,
        SessionsToPublish sessions,
        List<Session> leaving) {

    DraftedState {
        leaving = List.copyOf(leaving);
    }

    Programme programme() {
        return drafted.programme();
    }

    PendingChanges changes(Instant now) {
        var others = sessions.others();
        return new PendingChanges(
                name(),
                ProgrammePublished.of(drafted),
                published == null ? null : ProgrammePublished.of(published),
                programme().policies().travel(),
                published == null ? null : published.programme().policies().travel(),
                sessions.readOtherwise().stream()
                        .map(session -> change(session, others, now))
                        .toList(),
                published == null
                        ? List.of()
                        : leaving.stream()
                                .map(session -> SessionPublished.of(session, published.programme()))
                                .toList());
    }

    private SessionChange change(PendingSession session, Others others, Instant now) {
        var before = session.before();
        return new SessionChange(
                SessionPublished.of(session.after(programme()), programme()),
                before == null || published == null
                        ? null
                        : SessionPublished.of(before, published.programme()),
                sessions.objectionsTo(session, others, now).all());
    }

    /// Another one as soon as anything of it was changed.
    String name() {
        var versions = new ArrayList<>(drafted.draftVersions());
        versions.add(published == null ? "" : String.valueOf(published.version()));
        for (var session : sessions.all()) {
            versions.add(session.draft().id().value() + " " + session.draft().version());
            var before = session.before();
            versions.add(before == null ? "" : String.valueOf(before.version()));
        }
        for (var session : leaving) {
            versions.add("- " + session.id().value() + " " + session.version());
        }
        return digest(String.join("\n", versions));
    }

    private static String digest(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
