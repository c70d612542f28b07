package org.tinkuy.session.schedule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.publication.ProgrammePublished;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.schedule.PendingChanges.SessionChange;

/// All that was drafted of a programme beside all that is published of it, at one moment.
///
/// @param drafted with what its published sessions say, or its drafted ones where none is
/// @param published `null`: nothing of it is
/// @param elsewhere what its speakers do in other programmes
/// @param leaving published sessions that have no draft any more
record DraftedState(
        PublishedProgramme drafted,
        @Nullable PublishedProgramme published,
        List<PendingSession> sessions,
        List<Engagement> elsewhere,
        List<Session> leaving) {

    Programme programme() {
        return drafted.programme();
    }

    List<PendingSession> pending() {
        return sessions.stream().filter(PendingSession::isPending).toList();
    }

    /// The sessions as they would be published, those that stay among them.
    List<Session> after() {
        return sessions.stream()
                .map(session -> session.isPending() ? session.after(programme()) : session.draft())
                .toList();
    }

    /// Those that there would be.
    Others others() {
        return Others.of(programme(), after()).and(elsewhere);
    }

    /// @param now when it would be published
    /// @return the reasons for the rules that are broken, by the session that breaks them
    /// @throws ChangesRefused if something speaks against it that nothing was said to
    Map<SessionId, Map<SchedulingRule, Exemption>> judged(
            Map<SessionId, Insistence> said, Instant now) {
        var others = others();
        var reasons = new LinkedHashMap<SessionId, Map<SchedulingRule, Exemption>>();
        var left = new LinkedHashMap<SessionId, List<Objection>>();
        for (var session : pending()) {
            var id = session.draft().id();
            var judged =
                    session.objectionsTo(session.after(programme()), programme(), others, now)
                            .judge(said.getOrDefault(id, Insistence.NONE));
            reasons.put(id, judged.reasons());
            if (!judged.left().isEmpty()) {
                left.put(id, judged.left());
            }
        }
        if (!left.isEmpty()) {
            throw new ChangesRefused(left);
        }
        return reasons;
    }

    PendingChanges changes(Instant now) {
        var others = others();
        return new PendingChanges(
                name(),
                ProgrammePublished.of(drafted),
                published == null ? null : ProgrammePublished.of(published),
                sessions.stream()
                        .filter(this::readsOtherwise)
                        .map(session -> change(session, others, now))
                        .toList(),
                published == null
                        ? List.of()
                        : leaving.stream()
                                .map(session -> SessionPublished.of(session, published.programme()))
                                .toList());
    }

    private boolean readsOtherwise(PendingSession session) {
        var before = session.before();
        return before == null
                || published == null
                || !SessionPublished.of(session.after(programme()), programme())
                        .equals(SessionPublished.of(before.again(), published.programme()));
    }

    private SessionChange change(PendingSession session, Others others, Instant now) {
        var after = session.after(programme());
        var before = session.before();
        return new SessionChange(
                SessionPublished.of(after, programme()),
                before == null || published == null
                        ? null
                        : SessionPublished.of(before, published.programme()),
                session.objectionsTo(after, programme(), others, now).all());
    }

    /// Another one as soon as anything of it was changed.
    String name() {
        var versions = new ArrayList<>(drafted.draftVersions());
        versions.add(published == null ? "" : String.valueOf(published.version()));
        for (var session : sessions) {
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
