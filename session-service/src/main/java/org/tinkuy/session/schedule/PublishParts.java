package org.tinkuy.session.schedule;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.DraftChanged;
import org.tinkuy.session.programme.Event;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.StillNeeded;
import org.tinkuy.session.programme.UnknownDraft;
import org.tinkuy.session.programme.UnknownProgramme;
import org.tinkuy.session.publication.ProgrammePublished;
import org.tinkuy.session.publication.Publications;
import org.tinkuy.session.publication.PublishEvent;
import org.tinkuy.session.publication.PublishProgramme;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.publication.PublishedProgrammes;
import reactor.core.publisher.Mono;

/// Publishes what was drafted of a programme except its sessions, or of one event. Sessions that
/// take something else from it then are told anew, and where that moves them it is judged as any
/// move.
@Component
public class PublishParts {

    private final Programmes programmes;
    private final PublishedProgrammes publishedProgrammes;
    private final PublishedSessions publishedSessions;
    private final ReadEngagements readEngagements;
    private final PublishProgramme publishProgramme;
    private final PublishEvent publishEvent;
    private final PublishChangedSessions publishChangedSessions;
    private final Publications publications;
    private final TransactionalOperator transaction;
    private final Clock clock;

    PublishParts(
            Programmes programmes,
            PublishedProgrammes publishedProgrammes,
            PublishedSessions publishedSessions,
            ReadEngagements readEngagements,
            PublishProgramme publishProgramme,
            PublishEvent publishEvent,
            PublishChangedSessions publishChangedSessions,
            Publications publications,
            TransactionalOperator transaction,
            Clock clock) {
        this.programmes = programmes;
        this.publishedProgrammes = publishedProgrammes;
        this.publishedSessions = publishedSessions;
        this.readEngagements = readEngagements;
        this.publishProgramme = publishProgramme;
        this.publishEvent = publishEvent;
        this.publishChangedSessions = publishChangedSessions;
        this.publications = publications;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Fails with [UnknownProgramme], [DraftChanged], [ChangesRefused] and, where sessions are
    /// published of an event that was removed, [StillNeeded].
    ///
    /// @param version of the programme's draft that the organiser saw
    /// @param said beside the sessions that something speaks against
    /// @param by the organiser
    public Mono<ProgrammePublished> programme(
            ProgrammeId id, long version, Map<SessionId, Insistence> said, UUID by) {
        return programmes
                .lock(id)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(draft ->
                        draft.version() == version
                                ? sessions(id, draft)
                                : Mono.error(new DraftChanged()))
                .doOnNext(PublishParts::requireEvents)
                .flatMap(sessions ->
                        publish(sessions, publishProgramme.publish(id, version, null), said, by))
                .as(transaction::transactional);
    }

    /// Where nothing of the programme is published, none of its sessions are.
    private Mono<SessionsToPublish> sessions(ProgrammeId id, Programme draft) {
        return publishedProgrammes
                .find(id)
                .map(PublishedProgramme::programme)
                .defaultIfEmpty(draft)
                .flatMap(before -> sessions(before, draft));
    }

    private static void requireEvents(SessionsToPublish sessions) {
        if (!sessions.all().stream()
                .allMatch(session -> session.draft().isWithin(sessions.programme()))) {
            throw new StillNeeded();
        }
    }

    /// Everything else of the programme stays as it was published. Fails with [UnknownProgramme],
    /// also where nothing of the programme is published yet, with [UnknownDraft], [DraftChanged]
    /// and [ChangesRefused].
    ///
    /// @param version of the event's draft that the organiser saw
    /// @param said beside the sessions that something speaks against
    /// @param by the organiser
    public Mono<ProgrammePublished> event(
            ProgrammeId id,
            EventId eventId,
            long version,
            Map<SessionId, Insistence> said,
            UUID by) {
        return programmes
                .lock(id)
                .map(draft -> seen(draft, eventId, version))
                .flatMap(event ->
                        publishedProgrammes
                                .find(id)
                                .map(PublishedProgramme::programme)
                                .flatMap(before -> sessions(before, before.with(event)))
                                .flatMap(sessions ->
                                        publish(
                                                sessions,
                                                publishEvent.publish(id, event),
                                                said,
                                                by)))
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .as(transaction::transactional);
    }

    private static Event seen(Programme programme, EventId id, long version) {
        var event = programme.event(id).orElseThrow(UnknownDraft::new);
        if (event.version() != version) {
            throw new DraftChanged();
        }
        return event;
    }

    /// What is published of them, beside what that becomes in the other programme.
    private Mono<SessionsToPublish> sessions(Programme before, Programme after) {
        return publishedSessions
                .ofProgramme(after.id())
                .map(session -> new PendingSession(session, session, 0))
                .collectList()
                .zipWith(readEngagements.elsewhere(after.id()))
                .map(found -> new SessionsToPublish(after, before, found.getT1(), found.getT2()));
    }

    private Mono<ProgrammePublished> publish(
            SessionsToPublish sessions,
            Mono<ProgrammePublished> programme,
            Map<SessionId, Insistence> said,
            UUID by) {
        var now = clock.instant();
        var reasons = sessions.judged(said, now);
        return programme
                .delayUntil(_ -> publishChangedSessions.publish(sessions, reasons, by, now))
                .delayUntil(_ -> publications.keep(sessions.programme().id(), by, null, now));
    }
}
