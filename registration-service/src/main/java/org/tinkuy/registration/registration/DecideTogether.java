package org.tinkuy.registration.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.EmailAddress;
import org.tinkuy.registration.registration.Command.ConfirmAttendee;
import org.tinkuy.registration.registration.Command.Register;
import org.tinkuy.registration.registration.IdempotencyKeys.Stored;
import reactor.core.publisher.Mono;

/// Decides a batch of commands in the caller's transaction. The statements are as many for one
/// command as for five hundred.
@Component
class DecideTogether {

    private final Sessions sessions;
    private final Registrations registrations;
    private final IdempotencyKeys keys;
    private final ConfirmationsDue due;
    private final Announcements announcements;
    private final MeetStrangers meetStrangers;
    private final Clock clock;

    DecideTogether(
            Sessions sessions,
            Registrations registrations,
            IdempotencyKeys keys,
            ConfirmationsDue due,
            Announcements announcements,
            MeetStrangers meetStrangers,
            Clock clock) {
        this.sessions = sessions;
        this.registrations = registrations;
        this.keys = keys;
        this.due = due;
        this.announcements = announcements;
        this.meetStrangers = meetStrangers;
        this.clock = clock;
    }

    /// One reply per command, in their order.
    Mono<List<Reply>> decide(List<Command> commands) {
        var now = clock.instant();
        return sessions.lock(commands.stream().flatMap(it -> it.sessions().stream()).toList())
                .flatMap(locked ->
                        keys.find(keys(commands))
                                .map(stored -> Batch.of(commands, locked, stored, now))
                                .flatMap(batch ->
                                        decide(batch.undecided(), locked, now)
                                                .map(batch::replies)));
    }

    /// A concurrent request with the same key names the same sessions, so their locks make it wait.
    private static Collection<IdempotencyKey> keys(List<Command> commands) {
        return commands.stream()
                .filter(Register.class::isInstance)
                .map(command -> ((Register) command).key())
                .toList();
    }

    private Mono<List<Reply>> decide(
            List<Command> commands, Map<SessionId, Session> locked, Instant now) {
        if (commands.isEmpty()) {
            return Mono.just(List.of());
        }
        return meetStrangers
                .meet(Batch.byStrangers(commands), now)
                .flatMap(met ->
                        load(commands, locked, met.attendees())
                                .flatMap(state ->
                                        save(
                                                commands,
                                                SeatAllocation.decide(state, commands, now),
                                                met,
                                                now)));
    }

    private Mono<LoadedState> load(
            List<Command> commands,
            Map<SessionId, Session> locked,
            Map<EmailAddress, AttendeeId> strangers) {
        var needs = BatchNeeds.of(commands, strangers);
        return registrations
                .read(needs)
                .flatMap(known ->
                        registrations
                                .first(waiting(needs, locked))
                                .collectList()
                                .map(first ->
                                        new LoadedState(
                                                locked,
                                                strangers,
                                                known.registrations(),
                                                first,
                                                known.ahead())));
    }

    /// Most sessions have no waiting list.
    private static Map<SessionId, Integer> waiting(
            BatchNeeds needs, Map<SessionId, Session> locked) {
        var waiting = new HashMap<>(needs.seatsThatMayBecomeFree());
        waiting.keySet().removeIf(id -> !locked.containsKey(id) || locked.get(id).waiting() == 0);
        return waiting;
    }

    private Mono<List<Reply>> save(
            List<Command> commands, Decision decision, MeetStrangers.Met met, Instant now) {
        var replies = replies(commands, decision.outcomes(), met);
        return registrations
                .save(decision.registrations())
                .then(sessions.saveCounters(decision.sessions()))
                .then(announcements.announce(decision.events(), now))
                .then(keys.store(stored(commands, replies), now))
                .then(due.strikeOff(struckOff(commands)))
                .thenReturn(replies);
    }

    private static List<Reply> replies(
            List<Command> commands, List<Outcome> outcomes, MeetStrangers.Met met) {
        var challenges = met.challenges().iterator();
        var replies = new ArrayList<Reply>(commands.size());
        for (var index = 0; index < commands.size(); index++) {
            var registers = commands.get(index) instanceof Register;
            replies.add(
                    switch (outcomes.get(index)) {
                        case Outcome.Rejected(var rejection) -> new Reply.Rejected(rejection);
                        case Outcome.Offered(var offers) ->
                                new Reply.Registered(
                                        RegistrationAnswer.offered(challenges.next(), offers));
                        case Outcome.Decided(var standings) when registers ->
                                new Reply.Registered(RegistrationAnswer.decided(standings));
                        case Outcome.Decided(var standings) -> new Reply.Decided(standings);
                    });
        }
        return replies;
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
                .filter(ConfirmAttendee.class::isInstance)
                .map(command -> ((ConfirmAttendee) command).due())
                .toList();
    }
}
