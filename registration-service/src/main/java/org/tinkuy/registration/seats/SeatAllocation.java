package org.tinkuy.registration.seats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.seats.Command.Register;
import org.tinkuy.registration.seats.Command.Registrant;
import org.tinkuy.registration.seats.Command.Wish;
import org.tinkuy.registration.seats.Outcome.Decided;
import org.tinkuy.registration.seats.Outcome.Offer;
import org.tinkuy.registration.seats.Outcome.Offered;
import org.tinkuy.registration.seats.Outcome.Rejected;
import org.tinkuy.registration.seats.Outcome.Standing;
import org.tinkuy.registration.seats.Registration.Cancelled;
import org.tinkuy.registration.seats.Registration.Confirmed;
import org.tinkuy.registration.seats.Registration.Pending;
import org.tinkuy.registration.seats.Registration.Place;
import org.tinkuy.registration.seats.Registration.Waitlisted;
import org.tinkuy.registration.seats.RegistrationEvent.Kind;

/// Decides who gets the seats. A pure function: the same state, commands and time give the same
/// decision, so that it can be compared with a model and repeated after a rollback.
public final class SeatAllocation {

    private final SeatPlan plan;
    private final Map<EmailAddress, AttendeeId> strangers;
    private final Instant now;

    private SeatAllocation(LoadedState state, Instant now) {
        this.plan = new SeatPlan(state, now);
        this.strangers = state.strangers();
        this.now = now;
    }

    /// Decides the commands one after the other.
    public static Decision decide(LoadedState state, List<Command> commands, Instant now) {
        var allocation = new SeatAllocation(state, now);
        var outcomes = new ArrayList<Outcome>(commands.size());
        for (var command : commands) {
            outcomes.add(allocation.plan.inOneAct(command, () -> allocation.outcome(command)));
        }
        return allocation.plan.decision(outcomes);
    }

    /// Whether the sessions take registrations at all; nothing is done for a request that is
    /// refused for one of its sessions.
    public static Optional<Rejection> rejection(
            Register register, Map<SessionId, Session> sessions, Instant now) {
        var asked = register.wishes().stream().map(Wish::session).toList();
        var unknown = which(asked, id -> !isPublished(sessions.get(id)));
        if (!unknown.isEmpty()) {
            return Optional.of(new Rejection.UnknownSessions(unknown));
        }
        var known = asked.stream().map(id -> Objects.requireNonNull(sessions.get(id))).toList();
        var cancelled = ids(known, session -> session.presence() == Presence.CANCELLED);
        if (!cancelled.isEmpty()) {
            return Optional.of(new Rejection.SessionsCancelled(cancelled));
        }
        var over = ids(known, session -> session.isOver(now));
        if (!over.isEmpty()) {
            return Optional.of(new Rejection.SessionsEnded(over));
        }
        var closed = ids(known, session -> session.admission() == Admission.INVITATION);
        return closed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rejection.ByInvitation(closed));
    }

    private static boolean isPublished(@Nullable Session session) {
        return session != null && session.presence() != Presence.WITHDRAWN;
    }

    private static List<SessionId> which(List<SessionId> ids, Predicate<SessionId> wanted) {
        return ids.stream().filter(wanted).toList();
    }

    private static List<SessionId> ids(List<Session> sessions, Predicate<Session> wanted) {
        return sessions.stream().filter(wanted).map(Session::id).toList();
    }

    private Outcome outcome(Command command) {
        return switch (command) {
            case Register register -> register(register);
            case Command.ConfirmAttendee confirm -> confirm(confirm);
            case Command.Cancel cancel -> cancel(cancel);
            case Command.ExpireHold expire -> expire(expire);
            case Command.FollowSession follow -> follow(follow);
        };
    }

    private Outcome register(Register register) {
        var rejection = rejection(register, plan.sessions(), now);
        if (rejection.isPresent()) {
            return new Rejected(rejection.get());
        }
        return switch (register.registrant()) {
            case Registrant.SignedIn(var attendee) ->
                    new Decided(
                            register.wishes().stream()
                                    .map(wish -> standing(place(wish, attendee)))
                                    .toList());
            case Registrant.Stranger stranger -> {
                var attendee = Objects.requireNonNull(strangers.get(stranger.address()));
                yield new Offered(
                        register.wishes().stream().map(wish -> offer(wish, attendee)).toList());
            }
        };
    }

    private Registration place(Wish wish, AttendeeId attendee) {
        return switch (plan.find(wish.session(), attendee)) {
            case null -> admit(newPlace(wish, attendee), 1, now);
            case Cancelled cancelled -> admit(cancelled.place(), cancelled.version() + 1, now);
            case Pending pending -> settle(pending);
            case Confirmed confirmed -> confirmed;
            case Waitlisted waitlisted -> waitlisted;
        };
    }

    private Offer offer(Wish wish, AttendeeId attendee) {
        var seat =
                plan.pool(wish.pool()).hasSeatForNewcomer()
                        ? PendingSeat.HELD
                        : PendingSeat.WAITING_LIST;
        switch (plan.find(wish.session(), attendee)) {
            case null ->
                    plan.become(Kind.REQUESTED, Pending.of(newPlace(wish, attendee), 1, seat, now));
            case Cancelled(var place, var version, _, _, _, _) ->
                    plan.become(Kind.REQUESTED, Pending.of(place, version + 1, seat, now));
            case Pending pending ->
                    plan.become(
                            Kind.REQUESTED,
                            pending.prolong(pending.takesSeat() ? PendingSeat.HELD : seat, now));
            case Confirmed _, Waitlisted _ -> {}
        }
        return new Offer(wish.session(), seat);
    }

    private Outcome confirm(Command.ConfirmAttendee confirm) {
        return new Decided(
                plan.of(confirm.attendee()).stream()
                        .filter(Pending.class::isInstance)
                        .filter(pending -> confirm.pending().containsKey(pending.place().session()))
                        .map(pending -> standing(settle((Pending) pending)))
                        .toList());
    }

    private Registration settle(Pending pending) {
        return pending.takesSeat()
                ? plan.become(
                        Kind.CONFIRMED,
                        new Confirmed(
                                pending.place(),
                                pending.version() + 1,
                                pending.requestedAt(),
                                null,
                                now))
                : admit(pending.place(), pending.version() + 1, pending.requestedAt());
    }

    private Registration admit(Place place, long version, Instant requestedAt) {
        var pool = plan.pool(place.pool());
        return pool.hasSeatForNewcomer()
                ? plan.become(Kind.CONFIRMED, new Confirmed(place, version, requestedAt, null, now))
                : plan.become(
                        Kind.WAITLISTED,
                        new Waitlisted(place, version, requestedAt, now, pool.lastOrder() + 1));
    }

    private Outcome cancel(Command.Cancel cancel) {
        return switch (plan.find(cancel.registration())) {
            case null -> new Rejected(new Rejection.UnknownRegistration());
            case Registration other when !other.place().attendee().equals(cancel.attendee()) ->
                    new Rejected(new Rejection.UnknownRegistration());
            case Cancelled cancelled -> new Decided(List.of(standing(cancelled)));
            case Registration active ->
                    new Decided(List.of(standing(end(active, CancelReason.BY_ATTENDEE))));
        };
    }

    private Outcome expire(Command.ExpireHold expire) {
        return plan.find(expire.registration()) instanceof Pending pending && pending.isOver(now)
                ? new Decided(List.of(standing(end(pending, CancelReason.HOLD_EXPIRED))))
                : new Decided(List.of());
    }

    private Registration end(Registration active, CancelReason reason) {
        var cancelled = plan.become(Kind.CANCELLED, active.cancel(reason, now));
        var _ = plan.handSeatsOn(cancelled.place().pool(), Integer.MAX_VALUE);
        return cancelled;
    }

    private Outcome follow(Command.FollowSession follow) {
        var pool = plan.findPool(follow.pool());
        if (pool == null) {
            return new Decided(List.of());
        }
        var changed =
                switch (plan.session(pool.session()).presence()) {
                    case PUBLISHED -> plan.handSeatsOn(pool.id(), follow.atMost());
                    case CANCELLED -> endNext(follow, CancelReason.SESSION_CANCELLED);
                    case WITHDRAWN -> endNext(follow, CancelReason.SESSION_WITHDRAWN);
                };
        return new Decided(changed.stream().map(this::standing).toList());
    }

    private List<Registration> endNext(Command.FollowSession follow, CancelReason reason) {
        return plan.of(follow.pool()).stream()
                .filter(registration -> !(registration instanceof Cancelled))
                .limit(follow.atMost())
                .map(registration -> end(registration, reason))
                .toList();
    }

    private Standing standing(Registration registration) {
        return new Standing(registration, plan.position(registration));
    }

    private Place newPlace(Wish wish, AttendeeId attendee) {
        var programme = plan.session(wish.session()).programme();
        return new Place(wish.id(), wish.session(), wish.pool(), programme, attendee);
    }
}
