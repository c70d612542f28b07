package org.tinkuy.notification.newsletter;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Suppressions;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.Registrations;
import org.tinkuy.notification.people.Registrations.Holders;
import org.tinkuy.notification.people.Registrations.Seat;
import org.tinkuy.notification.people.Registrations.Status;
import org.tinkuy.notification.people.Schedule;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

/// Those whom a message to the registered is for.
@Component
public class RegisteredPeople {

    private final Registrations registrations;
    private final Schedule schedule;
    private final Suppressions suppressions;

    RegisteredPeople(Registrations registrations, Schedule schedule, Suppressions suppressions) {
        this.registrations = registrations;
        this.schedule = schedule;
        this.suppressions = suppressions;
    }

    /// How many there are now; without addresses that are not mailed any more.
    public Mono<Long> reached(ProgrammeId programme, Audience.Registered whom, Instant now) {
        return Mono.zip(holders(programme, whom, now), suppressions.all())
                .flatMap(both -> registrations.count(both.getT1(), both.getT2()));
    }

    /// How many there are.
    public Mono<Long> count(ProgrammeId programme, Audience.Registered whom, Instant by) {
        return holders(programme, whom, by)
                .flatMap(holders -> registrations.count(holders, Set.of()));
    }

    /// Who comes next, in order.
    ///
    /// @param by who registered later is not among them
    /// @param after who came last
    public Mono<List<RecipientId>> next(
            ProgrammeId programme,
            Audience.Registered whom,
            Instant by,
            @Nullable RecipientId after,
            int limit) {
        return holders(programme, whom, by)
                .flatMap(holders -> registrations.page(holders, after, limit));
    }

    /// What these people hold at this moment of what the message is about; who holds nothing any
    /// more is absent.
    public Mono<Map<RecipientId, List<Seat>>> held(
            ProgrammeId programme, Audience.Registered whom, Collection<RecipientId> recipients) {
        return sessions(programme, whom)
                .flatMap(sessions -> registrations.of(recipients, sessions))
                .map(seats ->
                        seats.stream()
                                .filter(seat -> isMeant(seat.status(), whom))
                                .collect(Collectors.groupingBy(Seat::recipient)));
    }

    private static boolean isMeant(Status status, Audience.Registered whom) {
        return switch (status) {
            case CONFIRMED -> true;
            case WAITLISTED -> whom.waitingToo();
            case CANCELLED -> false;
        };
    }

    private Mono<Holders> holders(ProgrammeId programme, Audience.Registered whom, Instant by) {
        return sessions(programme, whom)
                .map(sessions -> new Holders(sessions, whom.waitingToo(), by));
    }

    private Mono<List<SessionId>> sessions(ProgrammeId programme, Audience.Registered whom) {
        return switch (whom) {
            case Audience.OfSession(var session, var _) -> Mono.just(List.of(session));
            case Audience.OfEvent(var event, var _) ->
                    schedule.sessionsOf(programme, event).collectList();
        };
    }
}
