package org.tinkuy.session.importing;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.ProgrammePublication;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.schedule.ScheduleSession;
import org.tinkuy.session.schedule.Session;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Adds the programmes that are not there yet, each with its sessions, and publishes them.
@Component
public class ImportProgrammes {

    /// @param imported false: a programme of this slug was there before, and stays as it is
    public record Outcome(ProgrammeId id, String slug, boolean imported) {}

    private final Programmes programmes;
    private final ProgrammePublication publication;
    private final ScheduleSession scheduleSession;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ImportProgrammes(
            Programmes programmes,
            ProgrammePublication publication,
            ScheduleSession scheduleSession,
            TransactionalOperator transaction,
            Clock clock) {
        this.programmes = programmes;
        this.publication = publication;
        this.scheduleSession = scheduleSession;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// All or none.
    public Mono<List<Outcome>> importAll(List<ProgrammePlan> plans) {
        return Flux.fromIterable(plans)
                .concatMap(this::importOne)
                .collectList()
                .as(transaction::transactional);
    }

    public Mono<Outcome> importOne(ProgrammePlan plan) {
        var programme = plan.programme();
        return programmes
                .add(programme)
                .flatMap(added ->
                        added
                                ? publish(programme, plan.sessions())
                                : alreadyThere(programme.slug()))
                .as(transaction::transactional);
    }

    private Mono<Outcome> publish(Programme programme, List<Session.Draft> sessions) {
        return publication
                .publish(programme, clock.instant())
                .thenMany(Flux.fromIterable(sessions))
                .concatMap(draft -> scheduleSession.schedule(programme.id(), draft, null))
                .then(Mono.just(new Outcome(programme.id(), programme.slug(), true)));
    }

    private Mono<Outcome> alreadyThere(String slug) {
        return programmes
                .findBySlug(slug)
                .map(programme -> new Outcome(programme.id(), slug, false));
    }
}
