package org.tinkuy.session.schedule;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.problems.Refusal;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.session.programme.ProgrammeId;
import org.tinkuy.session.programme.Programmes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Publishes what was planned when its time has come, also when that was while no instance ran.
/// What cannot be published is refused once, with its reason.
@Component
public class PublishPlanned {

    private static final Logger log = LoggerFactory.getLogger(PublishPlanned.class);

    private final Programmes programmes;
    private final PlannedPublications planned;
    private final PublishAllDrafts publishAllDrafts;
    private final PublicationRefusals refusals;
    private final TransactionalOperator transaction;
    private final Clock clock;

    PublishPlanned(
            Programmes programmes,
            PlannedPublications planned,
            PublishAllDrafts publishAllDrafts,
            PublicationRefusals refusals,
            TransactionalOperator transaction,
            Clock clock) {
        this.programmes = programmes;
        this.planned = planned;
        this.publishAllDrafts = publishAllDrafts;
        this.refusals = refusals;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A failure that is no refusal is tried again in the next round.
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
    public Mono<Void> round() {
        // Spring asks for this once, and subscribes to it round after round.
        return Flux.defer(() -> planned.due(clock.instant()))
                .concatMap(programme ->
                        publish(programme)
                                .onErrorResume(failure -> {
                                    log.warn("Planned publication of {} waits", programme, failure);
                                    return Mono.empty();
                                }))
                .then();
    }

    /// Instances that come at the same time wait for each other at the programme's row: the second
    /// finds nothing due.
    private Mono<Void> publish(ProgrammeId programme) {
        return due(programme)
                .flatMap(plan ->
                        publishAllDrafts
                                .publish(
                                        programme,
                                        plan.state(),
                                        plan.said(),
                                        plan.note(),
                                        plan.by())
                                .doOnSuccess(_ -> tell(plan)))
                .then()
                .as(transaction::transactional)
                .onErrorResume(Refusal.class, refusal -> refuse(programme, refusal));
    }

    /// Whoever asked for it reads why at the desk, and is told.
    private Mono<Void> refuse(ProgrammeId programme, Refusal refusal) {
        var now = clock.instant();
        var refused = new PlannedPublication.Refused(now, refusal.name());
        return due(programme)
                .delayUntil(plan -> planned.save(plan.refused(refused)))
                .zipWhen(_ -> programmes.find(programme))
                .flatMap(both ->
                        refusals.tell(
                                PublicationRefused.of(both.getT1(), refusal.name(), both.getT2()),
                                now))
                .as(transaction::transactional);
    }

    private Mono<PlannedPublication> due(ProgrammeId programme) {
        return programmes
                .lock(programme)
                .flatMap(_ -> planned.find(programme))
                .filter(plan -> plan.isDue(clock.instant()));
    }

    private static void tell(PlannedPublication plan) {
        SecurityLog.of(SecurityEvent.PROGRAMME_PUBLISHED)
                .by(plan.by())
                .about(plan.programme().value())
                .what("planned")
                .write();
    }
}
