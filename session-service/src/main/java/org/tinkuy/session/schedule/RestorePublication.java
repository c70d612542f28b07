package org.tinkuy.session.schedule;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.DraftChanged;
import org.tinkuy.session.programme.EventId;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import org.tinkuy.session.publication.Publications;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.publication.RestoreParts;
import org.tinkuy.session.publication.UnknownPublication;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Puts a former publication back as the draft, which is then published like any. What is drafted
/// and was never published stays; what was cancelled since stays cancelled.
@Component
public class RestorePublication {

    private final Programmes programmes;
    private final ReadDraftedState read;
    private final Publications publications;
    private final FormerSessions formerSessions;
    private final RestoreParts restoreParts;
    private final Sessions sessions;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RestorePublication(
            Programmes programmes,
            ReadDraftedState read,
            Publications publications,
            FormerSessions formerSessions,
            RestoreParts restoreParts,
            Sessions sessions,
            TransactionalOperator transaction,
            Clock clock) {
        this.programmes = programmes;
        this.read = read;
        this.publications = publications;
        this.formerSessions = formerSessions;
        this.restoreParts = restoreParts;
        this.sessions = sessions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Answers what would change if the restored drafts were published. Fails with
    /// [UnknownProgramme], [UnknownPublication] and [DraftChanged].
    ///
    /// @param seen the state of which the organiser saw the changes, since drafts are overwritten
    public Mono<PendingChanges> restore(ProgrammeId id, long number, String seen) {
        return programmes
                .lock(id)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(read::of)
                .flatMap(state ->
                        state.name().equals(seen)
                                ? restore(state, number)
                                : Mono.error(new DraftChanged()))
                .then(Mono.defer(() -> programmes.find(id)))
                .flatMap(read::of)
                .map(state -> state.changes(clock.instant()))
                .as(transaction::transactional);
    }

    private Mono<Void> restore(DraftedState state, long number) {
        var programme = state.programme();
        return publications
                .find(programme.id(), number)
                .flatMap(_ -> publications.programme(programme.id(), number))
                .switchIfEmpty(Mono.error(UnknownPublication::new))
                .zipWith(formerSessions.of(programme.id(), number).collectList())
                .flatMap(then -> restore(state, then.getT1(), then.getT2()));
    }

    private Mono<Void> restore(
            DraftedState state, PublishedProgramme then, List<Session> formerly) {
        var programme = state.programme();
        var kept = kept(state, formerly);
        var restored =
                restored(state, then.programme(), formerly).stream()
                        .map(session -> asCancelled(session, state.leaving()))
                        .toList();
        return restoreParts
                .restore(programme, then, state.published())
                .thenMany(Flux.fromIterable(restored))
                .concatMap(sessions::save)
                .thenMany(Flux.fromIterable(state.sessions().all()))
                .map(session -> session.draft().id())
                .filter(session -> !kept.contains(session))
                .concatMap(sessions::remove)
                .then(
                        Mono.defer(() ->
                                restoreParts.removeEvents(
                                        programme.id(),
                                        then,
                                        state.published(),
                                        events(state, kept, restored))));
    }

    /// Those that were published then, and those that nobody saw yet.
    private static Set<SessionId> kept(DraftedState state, List<Session> formerly) {
        return Stream.concat(
                        formerly.stream().map(Session::id),
                        state.sessions().all().stream()
                                .filter(session -> session.before() == null)
                                .map(session -> session.draft().id()))
                .collect(Collectors.toSet());
    }

    /// The drafts that become others, and those that come back.
    private static List<Session> restored(
            DraftedState state, Programme then, List<Session> formerly) {
        var drafts =
                state.sessions().all().stream()
                        .collect(
                                Collectors.toMap(
                                        session -> session.draft().id(), session -> session));
        var programme =
                then.events().stream().reduce(state.programme(), Programme::with, (_, b) -> b);
        return formerly.stream()
                .flatMap(former -> restored(former, drafts, programme).stream())
                .toList();
    }

    /// What people were told does not take place is not brought back by the way.
    private static Session asCancelled(Session restored, List<Session> leaving) {
        return leaving.stream()
                .filter(published -> published.id().equals(restored.id()))
                .filter(published -> published.cancellation() != null)
                .findFirst()
                .map(restored::cancelledAs)
                .orElse(restored);
    }

    private static List<Session> restored(
            Session former, Map<SessionId, PendingSession> drafts, Programme programme) {
        var pending = drafts.get(former.id());
        if (pending == null) {
            return former.cancellation() == null ? List.of(former.again()) : List.of();
        }
        var draft = pending.draftBeside(former);
        var plan = draft.allowedOf(former.plan());
        return draft.equals(pending.draft()) && plan.equals(draft.plan())
                ? List.of()
                : List.of(draft.stating(plan, programme));
    }

    /// To which drafts of sessions belong afterwards.
    private static Set<EventId> events(
            DraftedState state, Set<SessionId> kept, List<Session> restored) {
        var ids = restored.stream().map(Session::id).collect(Collectors.toSet());
        var events = new HashSet<EventId>();
        Stream.concat(
                        restored.stream(),
                        state.sessions().all().stream()
                                .map(PendingSession::draft)
                                .filter(draft -> kept.contains(draft.id()))
                                .filter(draft -> !ids.contains(draft.id())))
                .map(Session::eventId)
                .filter(Objects::nonNull)
                .forEach(events::add);
        return events;
    }
}
