package org.tinkuy.registration.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.registration.IdempotencyKeys.Stored;
import org.tinkuy.registration.registration.RegistrationActs.Act;
import org.tinkuy.registration.registration.RegistrationActs.What;
import org.tinkuy.registration.seats.Command;
import org.tinkuy.registration.seats.Command.Cancel;
import org.tinkuy.registration.seats.Command.Confirm;
import org.tinkuy.registration.seats.Command.Promote;
import org.tinkuy.registration.seats.Command.Register;
import org.tinkuy.registration.seats.ConfirmationDue;
import org.tinkuy.registration.seats.Outcome;
import reactor.core.publisher.Mono;

/// Saves what a batch came to, with the messages that tell of it, in the caller's transaction.
@Component
class WriteDecision {

    private final Pools pools;
    private final Registrations registrations;
    private final RepeatedRequests repeatedRequests;
    private final IdempotencyKeys keys;
    private final ConfirmationsDue due;
    private final Announcements announcements;
    private final RegistrationActs acts;

    WriteDecision(
            Pools pools,
            Registrations registrations,
            RepeatedRequests repeatedRequests,
            IdempotencyKeys keys,
            ConfirmationsDue due,
            Announcements announcements,
            RegistrationActs acts) {
        this.pools = pools;
        this.registrations = registrations;
        this.repeatedRequests = repeatedRequests;
        this.keys = keys;
        this.due = due;
        this.announcements = announcements;
        this.acts = acts;
    }

    /// One reply per command of the batch, in their order.
    Mono<List<Reply>> write(DecidedBatch decided) {
        var decision = decided.decision();
        var replies = replies(decided);
        return Mono.whenDelayError(
                        registrations.save(decision.registrations()),
                        pools.save(decision.pools()),
                        repeatedRequests.save(decision.repeated()),
                        announcements.announce(decision.events(), decided.at()),
                        acts.record(acts(decided)),
                        keys.store(stored(decided.commands(), replies), decided.at()),
                        due.strikeOff(struckOff(decided.commands())))
                .thenReturn(decided.batch().replies(replies));
    }

    private static List<Reply> replies(DecidedBatch decided) {
        var challenges = decided.met().challenges().iterator();
        var outcomes = decided.decision().outcomes();
        var replies = new ArrayList<Reply>(outcomes.size());
        for (var index = 0; index < outcomes.size(); index++) {
            var registers = decided.commands().get(index) instanceof Register;
            replies.add(
                    switch (outcomes.get(index)) {
                        case Outcome.Rejected(var rejection) -> new Reply.Rejected(rejection);
                        case Outcome.Offered(var offers) ->
                                new Reply.Registered(
                                        RegistrationAnswer.offered(challenges.next(), offers));
                        case Outcome.Admitted(var places) when registers ->
                                new Reply.Registered(RegistrationAnswer.admitted(places));
                        case Outcome.Admitted(var places) -> new Reply.Admitted(places);
                        case Outcome.Decided(var standings) -> new Reply.Decided(standings);
                    });
        }
        return replies;
    }

    /// What organisers asked for and came to be so by that.
    private static List<Act> acts(DecidedBatch decided) {
        return decided.decision().effective().stream()
                .map(command -> act(command, decided.at()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Act> act(Command command, Instant at) {
        return switch (command) {
            case Cancel(var id, _, _, var organiser, _) when organiser != null ->
                    Optional.of(new Act(id, at, organiser, What.CANCELLED, null));
            case Promote(var id, _, var organiser, _) ->
                    Optional.of(new Act(id, at, organiser, What.PROMOTED, null));
            case Cancel _,
                    Register _,
                    Confirm _,
                    Command.Withdraw _,
                    Command.ExpireHold _,
                    Command.FollowSession _ ->
                    Optional.empty();
        };
    }

    private static List<Stored> stored(List<Command> commands, List<Reply> replies) {
        var stored = new ArrayList<Stored>();
        for (var index = 0; index < commands.size(); index++) {
            if (commands.get(index) instanceof Register register
                    && replies.get(index) instanceof Reply.Registered(var answer)) {
                stored.add(new Stored(register.key(), answer));
            }
        }
        return stored;
    }

    private static List<ConfirmationDue> struckOff(List<Command> commands) {
        return commands.stream()
                .filter(Confirm.class::isInstance)
                .map(command -> ((Confirm) command).due())
                .toList();
    }
}
