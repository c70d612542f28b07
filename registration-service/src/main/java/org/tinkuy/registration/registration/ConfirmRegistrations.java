package org.tinkuy.registration.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.batch.GroupCommit;
import org.tinkuy.registration.identity.AddressConfirmation;
import org.tinkuy.registration.seats.Command;
import org.tinkuy.registration.seats.Command.Confirm;
import org.tinkuy.registration.seats.Command.Wish;
import org.tinkuy.registration.seats.ConfirmationDue;
import org.tinkuy.registration.seats.Outcome;
import org.tinkuy.registration.seats.PoolId;
import org.tinkuy.registration.seats.SessionId;
import org.tinkuy.registration.seats.Words;
import org.tinkuy.telemetry.Traces;
import reactor.core.publisher.Mono;

/// Whoever returns a code gets what was asked for with it, in one act, and nothing that somebody
/// else asked for with the same address.
@Component
class ConfirmRegistrations implements AddressConfirmation {

    private final ConfirmationsDue due;
    private final GroupCommit<PoolId, Command, Reply> groupCommit;
    private final Clock clock;

    ConfirmRegistrations(
            ConfirmationsDue due, GroupCommit<PoolId, Command, Reply> groupCommit, Clock clock) {
        this.due = due;
        this.groupCommit = groupCommit;
        this.clock = clock;
    }

    @Override
    public Mono<Void> record(Proven proven, Instant now) {
        return due.record(due(proven), now);
    }

    @Override
    public Mono<List<Settled>> complete(Proven proven, Instant now) {
        return finish(due(proven)).map(places -> settled(proven, places));
    }

    private static ConfirmationDue due(Proven proven) {
        return new ConfirmationDue(
                proven.challengeId(),
                proven.attendee(),
                proven.sessionIds().stream().map(SessionId::new).toList());
    }

    /// May be done by several instances at once: who comes second finds nothing to confirm.
    Mono<List<Outcome.Settled>> finish(ConfirmationDue confirmation) {
        return Mono.deferContextual(context ->
                        groupCommit.submit(
                                new Confirm(
                                        confirmation,
                                        Wish.of(confirmation.sessions(), clock.instant()),
                                        Traces.current(context))))
                .map(reply -> reply instanceof Reply.Admitted(var places) ? places : List.of());
    }

    private static List<Settled> settled(Proven proven, List<Outcome.Settled> places) {
        var bySession =
                places.stream()
                        .map(ConfirmRegistrations::settled)
                        .collect(Collectors.toMap(Settled::sessionId, place -> place));
        return proven.sessionIds().stream()
                .map(id -> bySession.getOrDefault(id, nothingLeft(id)))
                .toList();
    }

    private static Settled settled(Outcome.Settled place) {
        var registration = place.standing().registration();
        return new Settled(
                registration.place().session().value(),
                Words.status(registration),
                place.standing().position(),
                place.before(),
                place.holdLapsed());
    }

    /// Nothing is known of the request, and the session takes nobody.
    private static Settled nothingLeft(UUID session) {
        return new Settled(session, "lapsed", null, false, false);
    }
}
