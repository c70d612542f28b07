package org.tinkuy.registration.registration;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.batch.GroupCommit;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.identity.SignIns;
import org.tinkuy.registration.identity.SignIns.Withdrawn;
import org.tinkuy.registration.seats.Command;
import org.tinkuy.registration.seats.Command.Withdraw;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.SessionId;
import org.tinkuy.telemetry.Traces;
import reactor.core.publisher.Mono;

/// Takes back what was asked for with an address that was mistyped: its code is good no more, and
/// the seats that were held for it alone go to others. If the latter is interrupted, the holds end
/// by themselves.
@Component
public class WithdrawRequest {

    private final SignIns signIns;
    private final Attendees attendees;
    private final GroupCommit<PoolId, Command, Reply> groupCommit;
    private final Clock clock;

    WithdrawRequest(
            SignIns signIns,
            Attendees attendees,
            GroupCommit<PoolId, Command, Reply> groupCommit,
            Clock clock) {
        this.signIns = signIns;
        this.attendees = attendees;
        this.groupCommit = groupCommit;
        this.clock = clock;
    }

    /// Doing it twice, or after the code came back, changes nothing. Fails as [SignIns#withdraw].
    public Mono<Void> withdraw(UUID challengeId, String browserSecret) {
        return Mono.defer(() -> signIns.withdraw(challengeId, browserSecret, clock.instant()))
                .filter(withdrawn -> !withdrawn.sessionIds().isEmpty())
                .flatMap(this::giveBack)
                .then();
    }

    private Mono<Reply> giveBack(Withdrawn withdrawn) {
        var sessions =
                withdrawn.sessionIds().stream()
                        .map(SessionId::new)
                        .collect(Collectors.toUnmodifiableSet());
        return attendees
                .find(withdrawn.person())
                .flatMap(attendee ->
                        Mono.deferContextual(context ->
                                groupCommit.submit(
                                        new Withdraw(
                                                attendee.id(),
                                                sessions,
                                                Traces.current(context)))));
    }
}
