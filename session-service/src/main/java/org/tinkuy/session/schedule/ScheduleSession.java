package org.tinkuy.session.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.Bounds;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import org.tinkuy.session.publication.Publications;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.publication.PublishedProgrammes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Adds sessions to a programme and publishes them.
@Component
public class ScheduleSession {

    private final Programmes programmes;
    private final PublishedProgrammes publishedProgrammes;
    private final Sessions sessions;
    private final PublishedSessions publishedSessions;
    private final ReadOthers readOthers;
    private final ReadEngagements readEngagements;
    private final KnownSpeakers knownSpeakers;
    private final ScheduleChanges changes;
    private final ReplacePublishedSessions publish;
    private final Publications publications;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ScheduleSession(
            Programmes programmes,
            PublishedProgrammes publishedProgrammes,
            Sessions sessions,
            PublishedSessions publishedSessions,
            ReadOthers readOthers,
            ReadEngagements readEngagements,
            KnownSpeakers knownSpeakers,
            ScheduleChanges changes,
            ReplacePublishedSessions publish,
            Publications publications,
            TransactionalOperator transaction,
            Clock clock) {
        this.programmes = programmes;
        this.publishedProgrammes = publishedProgrammes;
        this.sessions = sessions;
        this.publishedSessions = publishedSessions;
        this.readOthers = readOthers;
        this.readEngagements = readEngagements;
        this.knownSpeakers = knownSpeakers;
        this.changes = changes;
        this.publish = publish;
        this.publications = publications;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Plenaries of one programme are scheduled one after the other, so that no two overlap unseen.
    /// Why a rule is broken, and by whom, is written down.
    ///
    /// @param by the organiser
    public Mono<SessionPublished> schedule(
            ProgrammeId programme, SessionPlan plan, Insistence insistence, UUID by) {
        return inPublished(
                        programme,
                        (found, now) ->
                                knownSpeakers
                                        .require(programme, plan.people())
                                        .then(addOne(plan, found, insistence, now))
                                        .flatMap(added ->
                                                publish(added, found, now)
                                                        .delayUntil(
                                                                _ -> written(added, found, now, by))
                                                        .delayUntil(_ ->
                                                                publications.keep(
                                                                        programme, by, null, now))))
                .map(List::getFirst);
    }

    /// All or none, and under every rule: nobody gives a reason.
    ///
    /// @param by the organiser; `null`: nobody
    public Mono<List<SessionPublished>> scheduleAll(
            ProgrammeId programme, List<SessionPlan> plans, @Nullable UUID by) {
        return inPublished(
                programme,
                (found, now) ->
                        addAll(plans, found, Insistence.ALL_IS_MEANT, now)
                                .flatMap(added -> publish(added, found, now))
                                .delayUntil(_ -> publications.keep(programme, by, null, now)));
    }

    private Mono<List<SessionPublished>> inPublished(
            ProgrammeId programme,
            BiFunction<Programme, Instant, Mono<List<SessionPublished>>> schedule) {
        return programmes
                .lock(programme)
                .flatMap(draft -> publishedProgrammes.find(draft.id()))
                .map(PublishedProgramme::programme)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(found -> schedule.apply(found, clock.instant()))
                .as(transaction::transactional);
    }

    private Mono<List<Session.Allowed>> addOne(
            SessionPlan plan, Programme programme, Insistence insistence, Instant now) {
        var id = SessionId.next();
        return sessions.count(programme.id())
                .doOnNext(count -> requireRoom(count + 1, programme))
                .flatMap(_ -> readOthers.of(Session.planned(id, plan, programme), programme))
                .map(others ->
                        List.of(Session.schedule(id, plan, programme, others, insistence, now)))
                .delayUntil(scheduled -> sessions.add(sessions(scheduled)));
    }

    private static void requireRoom(long count, Programme programme) {
        if (count > Bounds.MOST_SESSIONS) {
            throw new TooManySessions(programme.slug());
        }
    }

    private Mono<List<Session.Allowed>> addAll(
            List<SessionPlan> plans, Programme programme, Insistence insistence, Instant now) {
        return publishedSessions
                .ofProgramme(programme.id())
                .collectList()
                .zipWith(readEngagements.elsewhere(programme.id()))
                .map(found ->
                        scheduled(plans, programme, found.getT1(), found.getT2(), insistence, now))
                .delayUntil(scheduled -> sessions.add(sessions(scheduled)));
    }

    private Mono<List<SessionPublished>> publish(
            List<Session.Allowed> added, Programme programme, Instant now) {
        return publish.with(sessions(added), programme, now);
    }

    /// Of a session that breaks no rule, its beginning says nothing more.
    private Mono<Void> written(
            List<Session.Allowed> added, Programme programme, Instant now, UUID by) {
        return Flux.fromIterable(added)
                .filter(session -> !session.reasons().isEmpty())
                .map(session -> ScheduleChange.of(null, session, programme, now, by))
                .concatMap(changes::add)
                .then();
    }

    private static List<Session> sessions(List<Session.Allowed> allowed) {
        return allowed.stream().map(Session.Allowed::session).toList();
    }

    private static List<Session.Allowed> scheduled(
            List<SessionPlan> plans,
            Programme programme,
            List<Session> others,
            List<Engagement> elsewhere,
            Insistence insistence,
            Instant now) {
        requireRoom((long) others.size() + plans.size(), programme);
        var soFar = new SessionsSoFar(programme, elsewhere);
        others.forEach(soFar::add);
        var scheduled = new ArrayList<Session.Allowed>();
        for (var plan : plans) {
            var id = SessionId.next();
            var added =
                    Session.schedule(
                            id,
                            plan,
                            programme,
                            soFar.inTheWayOf(Session.planned(id, plan, programme)),
                            insistence,
                            now);
            soFar.add(added.session());
            scheduled.add(added);
        }
        return scheduled;
    }
}
