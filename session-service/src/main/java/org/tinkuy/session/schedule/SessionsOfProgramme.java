package org.tinkuy.session.schedule;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.StillNeeded;
import org.tinkuy.session.publication.Heirs;
import reactor.core.publisher.Mono;

/// Publishes those sessions again of which people would read something else, because their
/// programme or their event says something else.
@Component
class SessionsOfProgramme implements Heirs {

    private final PublishedSessions publishedSessions;
    private final ReplacePublishedSessions publish;

    SessionsOfProgramme(PublishedSessions publishedSessions, ReplacePublishedSessions publish) {
        this.publishedSessions = publishedSessions;
        this.publish = publish;
    }

    @Override
    public Mono<Void> publishAgain(Programme before, Programme after, Instant now) {
        return publishedSessions
                .ofProgramme(after.id())
                .collectList()
                .flatMapIterable(sessions -> timesExist(sessions, before, after))
                .filter(session ->
                        !SessionPublished.of(session, after)
                                .equals(SessionPublished.of(session, before)))
                .map(Session::again)
                .collectList()
                .flatMap(sessions -> publish.with(sessions, after, now))
                .then();
    }

    @Override
    public Mono<Void> requireEventsOf(Programme after) {
        return publishedSessions
                .ofProgramme(after.id())
                .filter(session -> !session.isWithin(after))
                .next()
                .flatMap(_ -> Mono.error(new StillNeeded()));
    }

    /// Another time zone may leave out the time that a session keeps.
    private static List<Session> timesExist(
            List<Session> sessions, Programme before, Programme after) {
        var skipped =
                sessions.stream()
                        .filter(session -> session.cancellation() == null)
                        .filter(session ->
                                !session.timeZoneIn(after).equals(session.timeZoneIn(before)))
                        .flatMap(session ->
                                ClockChanges.skipped(
                                        "timeZone", session.times(), session.timeZoneIn(after))
                                        .stream())
                        .toList();
        if (!skipped.isEmpty()) {
            throw new SchedulingRefused.Objected(skipped);
        }
        return sessions;
    }
}
