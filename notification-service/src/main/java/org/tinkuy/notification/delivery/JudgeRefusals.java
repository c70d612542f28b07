package org.tinkuy.notification.delivery;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.notification.delivery.NotedRefusals.Answer;
import org.tinkuy.notification.delivery.NotedRefusals.Noted;
import reactor.core.publisher.Mono;

/// Suppresses addresses that were refused, once others have been heard ([Witnesses]).
@Component
class JudgeRefusals {

    private static final int AT_ONCE = 200;

    private final NotedRefusals noted;
    private final Suppressions suppressions;
    private final TransactionalOperator transaction;
    private final Clock clock;

    JudgeRefusals(
            NotedRefusals noted,
            Suppressions suppressions,
            TransactionalOperator transaction,
            Clock clock) {
        this.noted = noted;
        this.suppressions = suppressions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// The interval is the framework's, not the clock's: it is about machines.
    @Scheduled(fixedDelayString = "PT1S")
    Mono<Void> round() {
        return page().expand(judged -> judged < AT_ONCE ? Mono.empty() : page()).then();
    }

    private Mono<Integer> page() {
        return Mono.defer(() -> noted.unjudged(clock.instant().minus(Witnesses.AFTER), AT_ONCE))
                .flatMap(found -> found.isEmpty() ? Mono.just(0) : judge(found))
                .as(transaction::transactional);
    }

    private Mono<Integer> judge(List<Noted> found) {
        return noted.answersToOthers(found.stream().map(Witnesses::whomToAsk).toList())
                .collectList()
                .flatMap(answers -> conclude(found, answers))
                .thenReturn(found.size());
    }

    private Mono<Void> conclude(List<Noted> found, List<Answer> answers) {
        var others = answers.stream().collect(groupingBy(Answer::refused));
        var wrong = new ArrayList<Noted>();
        var judged = new ArrayList<String>();
        var open = new ArrayList<String>();
        for (var one : found) {
            var address = one.latest().address();
            switch (Witnesses.finding(one, of(others, address))) {
                case SPEAKS_OF_THE_ADDRESS -> {
                    wrong.add(one);
                    judged.add(address);
                }
                case SPEAKS_OF_THE_SERVER -> judged.add(address);
                case OPEN -> open.add(address);
            }
        }
        return suppressions.add(wrong).then(noted.forget(judged)).then(noted.leaveOpen(open));
    }

    private static List<Answer> of(Map<String, List<Answer>> others, String address) {
        return others.getOrDefault(address, List.of());
    }
}
