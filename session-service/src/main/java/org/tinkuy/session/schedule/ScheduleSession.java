package org.tinkuy.session.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.Bounds;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.publication.PublishedProgrammes;
import reactor.core.publisher.Mono;

/// Adds sessions to a programme and publishes them.
@Component
public class ScheduleSession {

    private final Programmes programmes;
    private final PublishedProgrammes publishedProgrammes;
    private final Sessions sessions;
    private final PublishedSessions publishedSessions;
    private final ReplacePublishedSessions publish;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ScheduleSession(
            Programmes programmes,
            PublishedProgrammes publishedProgrammes,
            Sessions sessions,
            PublishedSessions publishedSessions,
            ReplacePublishedSessions publish,
            TransactionalOperator transaction,
            Clock clock) {
        this.programmes = programmes;
        this.publishedProgrammes = publishedProgrammes;
        this.sessions = sessions;
        this.publishedSessions = publishedSessions;
        this.publish = publish;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Plenaries of one programme are scheduled one after the other, so that no two overlap unseen.
    public Mono<SessionPublished> schedule(
            ProgrammeId programme, Session.Plan plan, Insistence insistence) {
        return scheduleAll(programme, List.of(plan), insistence).map(List::getFirst);
    }

    /// All or none.
    public Mono<List<SessionPublished>> scheduleAll(
            ProgrammeId programme, List<Session.Plan> plans, Insistence insistence) {
        return programmes
                .lock(programme)
                .flatMap(draft -> publishedProgrammes.find(draft.id()))
                .map(PublishedProgramme::programme)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(found -> add(plans, found, insistence))
                .as(transaction::transactional);
    }

    private Mono<List<SessionPublished>> add(
            List<Session.Plan> plans, Programme programme, Insistence insistence) {
        var now = clock.instant();
        return publishedSessions
                .ofProgramme(programme.id())
                .collectList()
                .map(others -> scheduled(plans, programme, others, insistence, now))
                .flatMap(scheduled ->
                        sessions.add(scheduled).then(publish.with(scheduled, programme, now)));
    }

    private static List<Session> scheduled(
            List<Session.Plan> plans,
            Programme programme,
            List<Session> others,
            Insistence insistence,
            Instant now) {
        if (others.size() + plans.size() > Bounds.MOST_SESSIONS) {
            throw new TooManySessions(programme.slug());
        }
        var known = new ArrayList<>(others);
        for (var plan : plans) {
            known.add(Session.schedule(SessionId.next(), plan, programme, known, insistence, now));
        }
        return known.subList(others.size(), known.size());
    }
}
