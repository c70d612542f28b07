package org.tinkuy.registration.seats;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.PersonKey;
import org.tinkuy.registration.seats.Command.Register;
import org.tinkuy.registration.seats.Command.Registrant;
import org.tinkuy.registration.seats.Command.Wish;
import org.tinkuy.registration.seats.Outcome.Admitted;
import org.tinkuy.registration.seats.Outcome.Decided;
import org.tinkuy.registration.seats.Outcome.Offered;
import org.tinkuy.registration.seats.Outcome.Rejected;
import org.tinkuy.registration.seats.Outcome.Settled;
import org.tinkuy.registration.seats.Outcome.Standing;
import org.tinkuy.registration.seats.Registration.Cancelled;
import org.tinkuy.registration.seats.Registration.Confirmed;
import org.tinkuy.registration.seats.Registration.Lapsed;
import org.tinkuy.registration.seats.Registration.Pending;
import org.tinkuy.registration.seats.Registration.Place;
import org.tinkuy.registration.seats.Registration.Waitlisted;
import org.tinkuy.registration.seats.RegistrationEvent.Kind;

/// Decides who gets the seats. A pure function: the same state, commands and time give the same
/// decision, so that it can be compared with a model and repeated after a rollback.
public final class SeatAllocation {

    private final SeatPlan plan;
    private final SeatOffers offers;
    private final Map<PersonKey, AttendeeId> strangers;
    private final Set<Register> unmailed;
    private final Instant now;

    private SeatAllocation(LoadedState state, Instant now) {
        this.plan = new SeatPlan(state, now);
        this.offers = new SeatOffers(plan, now);
        this.strangers = state.strangers();
        this.unmailed = state.unmailed();
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

    private Outcome outcome(Command command) {
        return switch (command) {
            case Register register -> register(register);
            case Command.Confirm confirm -> confirm(confirm);
            case Command.Cancel cancel -> cancel(cancel);
            case Command.Promote promote -> promote(promote);
            case Command.Withdraw withdraw -> withdraw(withdraw);
            case Command.ExpireHold expire -> expire(expire);
            case Command.FollowSession follow -> follow(follow);
        };
    }

    private Outcome register(Register register) {
        var rejection = Rejections.of(register, plan.sessions(), now);
        if (rejection.isPresent()) {
            return new Rejected(rejection.get());
        }
        return switch (register.registrant()) {
            case Registrant.SignedIn(var attendee) ->
                    new Admitted(
                            register.wishes().stream().map(wish -> place(wish, attendee)).toList());
            case Registrant.Stranger stranger -> {
                var attendee = Objects.requireNonNull(strangers.get(stranger.key()));
                yield new Offered(
                        register.wishes().stream()
                                .map(wish ->
                                        unmailed.contains(register)
                                                ? offers.withoutCode(
                                                        wish, attendee, register.origin())
                                                : offers.offer(wish, attendee, register.origin()))
                                .toList());
            }
        };
    }

    private Settled place(Wish wish, AttendeeId attendee) {
        return switch (plan.find(wish.session(), attendee)) {
            case null -> settled(admit(plan.newPlace(wish, attendee), 1, now));
            case Cancelled(var place, var version, _, _, _, _, _) ->
                    settled(admit(place, version + 1, now));
            case Lapsed(var place, var version, _, _, _, _) ->
                    settled(admit(place, version + 1, now));
            case Pending pending -> settled(settle(pending));
            case Confirmed confirmed -> before(confirmed);
            case Waitlisted waitlisted -> before(waitlisted);
        };
    }

    private Settled settled(Registration registration) {
        return new Settled(standing(registration), false, false);
    }

    private Settled before(Registration registration) {
        return new Settled(standing(registration), true, false);
    }

    private Outcome confirm(Command.Confirm confirm) {
        return new Admitted(
                confirm.wishes().stream()
                        .map(wish -> confirm(wish, confirm.attendee()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /// @return `null` if nothing can be said: there is no such place, and none is given any more
    private @Nullable Settled confirm(Wish wish, AttendeeId attendee) {
        var session = plan.session(wish.session());
        var takesPeople = session.handsSeatsOn(now);
        return switch (plan.find(wish.session(), attendee)) {
            case null -> takesPeople ? settled(admit(plan.newPlace(wish, attendee), 1, now)) : null;
            case Pending pending when !takesPeople -> settled(endWith(session, pending));
            case Pending pending -> settled(settle(pending));
            case Lapsed lapsed when takesPeople ->
                    new Settled(
                            standing(
                                    admit(
                                            lapsed.place(),
                                            lapsed.version() + 1,
                                            lapsed.requestedAt())),
                            false,
                            lapsed.seat() == PendingSeat.HELD);
            case Lapsed lapsed -> settled(lapsed);
            case Cancelled cancelled -> settled(cancelled);
            case Confirmed confirmed -> before(confirmed);
            case Waitlisted waitlisted -> before(waitlisted);
        };
    }

    private Registration endWith(Session session, Pending pending) {
        return switch (session.presence()) {
            case PUBLISHED -> lapse(pending);
            case CANCELLED -> end(pending, CancelReason.SESSION_CANCELLED);
            case WITHDRAWN -> end(pending, CancelReason.SESSION_WITHDRAWN);
        };
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
            case Registration over when over.isOver() -> new Decided(List.of(standing(over)));
            case Registration active ->
                    new Decided(List.of(standing(end(active, cancel.reason()))));
        };
    }

    private Outcome promote(Command.Promote promote) {
        return switch (plan.find(promote.registration())) {
            case null -> new Rejected(new Rejection.UnknownRegistration());
            case Confirmed confirmed -> new Decided(List.of(standing(confirmed)));
            case Waitlisted waitlisted when isOver(waitlisted) ->
                    new Rejected(new Rejection.SessionsEnded(List.of()));
            case Waitlisted waitlisted ->
                    new Decided(List.of(standing(plan.addSeatFor(waitlisted))));
            case Pending _, Lapsed _, Cancelled _ -> new Rejected(new Rejection.NobodyWaits());
        };
    }

    private boolean isOver(Registration registration) {
        return !plan.session(registration.place().session()).handsSeatsOn(now);
    }

    /// What is confirmed or given back already stays so.
    private Outcome withdraw(Command.Withdraw withdraw) {
        var lapsed = new ArrayList<Standing>();
        for (var session : withdraw.sessions()) {
            switch (plan.find(session, withdraw.attendee())) {
                case null -> {}
                case Pending pending -> lapsed.add(standing(lapse(pending)));
                case Confirmed confirmed -> offers.withdrawRepeated(confirmed.place());
                case Waitlisted waitlisted -> offers.withdrawRepeated(waitlisted.place());
                case Lapsed _, Cancelled _ -> {}
            }
        }
        return new Decided(lapsed);
    }

    private Outcome expire(Command.ExpireHold expire) {
        return plan.find(expire.registration()) instanceof Pending pending && pending.isOver(now)
                ? new Decided(List.of(standing(lapse(pending))))
                : new Decided(List.of());
    }

    private Registration lapse(Pending pending) {
        return leave(Kind.LAPSED, pending.lapse(now));
    }

    private Registration end(Registration active, CancelReason reason) {
        return leave(Kind.CANCELLED, active.cancel(reason, now));
    }

    private Registration leave(Kind kind, Registration over) {
        var left = plan.become(kind, over);
        var _ = plan.handSeatsOn(left.place().pool(), Integer.MAX_VALUE);
        return left;
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
                .filter(registration -> !registration.isOver())
                .limit(follow.atMost())
                .map(registration -> end(registration, reason))
                .toList();
    }

    private Standing standing(Registration registration) {
        return new Standing(registration, plan.position(registration));
    }
}
