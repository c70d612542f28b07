package org.tinkuy.session.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.DraftChanged;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.programme.UnknownProgramme;
import reactor.core.publisher.Mono;

/// Plans, tells of and calls off the publication of all drafts of a programme at a stated time.
@Component
public class PlanPublication {

    /// @param outdated something was changed since: nothing will be published
    public record Plan(PlannedPublication planned, boolean outdated) {}

    private final Programmes programmes;
    private final ReadDraftedState read;
    private final PlannedPublications planned;
    private final TransactionalOperator transaction;
    private final Clock clock;

    PlanPublication(
            Programmes programmes,
            ReadDraftedState read,
            PlannedPublications planned,
            TransactionalOperator transaction,
            Clock clock) {
        this.programmes = programmes;
        this.read = read;
        this.planned = planned;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// In the place of what was planned before. Fails with [NotAhead], [UnknownProgramme],
    /// [DraftChanged] and, for what would speak against it then, [ChangesRefused].
    ///
    /// @param seen the state of which the organiser saw the changes
    /// @param by the organiser
    public Mono<Plan> plan(
            ProgrammeId programme,
            Instant at,
            String seen,
            Map<SessionId, Insistence> said,
            @Nullable String note,
            UUID by) {
        var now = clock.instant();
        if (!at.isAfter(now) || PlannedPublication.isTooFar(at, now)) {
            return Mono.error(new NotAhead());
        }
        var plan = new PlannedPublication(programme, at, seen, said, note, by, now, null);
        return programmes
                .lock(programme)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(read::of)
                .doOnNext(state -> {
                    if (!state.name().equals(seen)) {
                        throw new DraftChanged();
                    }
                    state.sessions().judged(said, PlannedPublication.latest(at));
                })
                .flatMap(_ -> planned.save(plan))
                .thenReturn(new Plan(plan, false))
                .as(transaction::transactional);
    }

    /// Empty where nothing is planned. Fails with [UnknownProgramme].
    public Mono<Plan> of(ProgrammeId programme) {
        return programmes
                .find(programme)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(draft ->
                        planned.find(programme)
                                .flatMap(plan ->
                                        read.of(draft)
                                                .map(state ->
                                                        new Plan(
                                                                plan,
                                                                !state.name()
                                                                        .equals(plan.state())))))
                .as(transaction::transactional);
    }

    /// Nothing where nothing is planned. Fails with [UnknownProgramme].
    public Mono<Void> callOff(ProgrammeId programme) {
        return programmes
                .lock(programme)
                .switchIfEmpty(Mono.error(UnknownProgramme::new))
                .flatMap(_ -> planned.remove(programme))
                .as(transaction::transactional);
    }
}
