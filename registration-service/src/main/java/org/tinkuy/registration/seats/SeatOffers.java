package org.tinkuy.registration.seats;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.seats.Command.Wish;
import org.tinkuy.registration.seats.Outcome.Offer;
import org.tinkuy.registration.seats.Registration.Cancelled;
import org.tinkuy.registration.seats.Registration.Confirmed;
import org.tinkuy.registration.seats.Registration.Lapsed;
import org.tinkuy.registration.seats.Registration.Pending;
import org.tinkuy.registration.seats.Registration.Place;
import org.tinkuy.registration.seats.Registration.Waitlisted;
import org.tinkuy.registration.seats.RegistrationEvent.Kind;

/// What waits for those who ask with an address that they may or may not own.
final class SeatOffers {

    private final SeatPlan plan;
    private final Instant now;

    SeatOffers(SeatPlan plan, Instant now) {
        this.plan = plan;
        this.now = now;
    }

    /// What waits for the person, their own hold included, and no seat longer than it is held.
    Offer offer(Wish wish, AttendeeId attendee, Origin origin) {
        var asked = ask(wish, attendee, origin);
        if (asked != null) {
            return offer(wish, asked.seat(), asked.heldUntil());
        }
        var until = Hold.from(firstAskedAt(null, origin), now);
        return offer(wish, forNewcomer(strangersPool(wish.pool()), origin, until), until);
    }

    /// Of a request that no code was mailed for nothing can become: it holds nothing and is listed
    /// nowhere. A former code is still good for what was asked for with it.
    Offer withoutCode(Wish wish, AttendeeId attendee, Origin origin) {
        var before = askedBefore(wish, attendee);
        return before != null && !before.isOver(now)
                ? offer(wish, before.seat(), before.heldUntil())
                : offer(
                        wish,
                        forNewcomer(strangersPool(wish.pool()), origin, Hold.from(now)).unheld(),
                        Hold.from(now));
    }

    /// What is told of it is the same, whether or not the person has the place already.
    private @Nullable Pending askedBefore(Wish wish, AttendeeId attendee) {
        return switch (plan.find(wish.session(), attendee)) {
            case null -> null;
            case Pending pending -> pending;
            case Confirmed confirmed -> plan.repeated(confirmed.place().id());
            case Waitlisted waitlisted -> plan.repeated(waitlisted.place().id());
            case Lapsed _, Cancelled _ -> null;
        };
    }

    private static Offer offer(Wish wish, PendingSeat seat, Instant until) {
        return new Offer(wish.session(), seat, seat == PendingSeat.HELD ? until : null);
    }

    private PendingSeat forNewcomer(Pool pool, Origin origin, Instant until) {
        if (!pool.hasSeatForNewcomer()) {
            return PendingSeat.WAITING_LIST;
        }
        return pool.mayHoldOneMore()
                        && plan.mayHold(pool.id(), origin.network())
                        && until.isAfter(now)
                ? PendingSeat.HELD
                : PendingSeat.NOT_HELD;
    }

    /// For strangers, who is registered and asks again takes as much as who is not: what is left
    /// says of no address whether it is registered.
    private Pool strangersPool(PoolId id) {
        var repeated = plan.heldAgain(id);
        return plan.pool(id).withSeats(repeated, repeated);
    }

    /// @return `null` if nothing changes: the seat goes to who waits
    private @Nullable Pending ask(Wish wish, AttendeeId attendee, Origin origin) {
        return switch (plan.find(wish.session(), attendee)) {
            case null -> become(asked(plan.newPlace(wish, attendee), 1, null, null, origin));
            case Cancelled cancelled ->
                    become(
                            asked(
                                    cancelled.place(),
                                    cancelled.version() + 1,
                                    null,
                                    cancelled,
                                    origin));
            case Lapsed lapsed ->
                    become(
                            asked(
                                    lapsed.place(),
                                    lapsed.version() + 1,
                                    lapsed.requestedAt(),
                                    lapsed.former(),
                                    origin));
            case Pending pending when pending.isOver(now) -> askAnew(pending, origin);
            case Pending pending -> become(again(pending, origin));
            case Confirmed confirmed -> repeat(confirmed.place(), origin);
            case Waitlisted waitlisted -> repeat(waitlisted.place(), origin);
        };
    }

    /// Nothing becomes of it, and for as long as it would have held a seat, it counts as if it did.
    private Pending repeat(Place place, Origin origin) {
        var before = plan.repeated(place.id());
        var repeated =
                before != null && !before.isOver(now)
                        ? again(before, origin)
                        : asked(
                                place,
                                1,
                                before == null ? null : before.requestedAt(),
                                null,
                                origin);
        plan.repeat(repeated);
        return repeated;
    }

    /// Frees as much as the same would have freed, had the person no place.
    void withdrawRepeated(Place place) {
        var before = plan.repeated(place.id());
        if (before != null && !before.isOver(now)) {
            plan.repeat(before.until(now));
        }
    }

    /// The hold is over and nobody has ended it yet. Where people wait, its seat is theirs; who
    /// ends it hands it on.
    private @Nullable Pending askAnew(Pending over, Origin origin) {
        var pool = strangersPool(over.place().pool());
        if (over.takesSeat() && pool.waiting() > 0) {
            return null;
        }
        var without = over.takesSeat() ? pool.withSeats(-1, -1) : pool;
        return become(
                asked(
                        without,
                        over.place(),
                        over.version() + 1,
                        over.requestedAt(),
                        over.former(),
                        origin));
    }

    private Pending again(Pending pending, Origin origin) {
        var offered = forNewcomer(strangersPool(pending.place().pool()), origin, Hold.from(now));
        return pending.askedAgain(offered, Hold.from(now), origin.network(), now);
    }

    private Pending asked(
            Place place,
            long version,
            @Nullable Instant before,
            @Nullable Cancelled former,
            Origin origin) {
        return asked(strangersPool(place.pool()), place, version, before, former, origin);
    }

    /// @param before when it was asked for the first time; `null`: never
    private Pending asked(
            Pool pool,
            Place place,
            long version,
            @Nullable Instant before,
            @Nullable Cancelled former,
            Origin origin) {
        var first = firstAskedAt(before, origin);
        var hold = Hold.from(first, now);
        var seat = forNewcomer(pool, origin, hold);
        var held = seat == PendingSeat.HELD;
        var until = held ? hold : Hold.from(now);
        var network = held ? origin.network() : null;
        return new Pending(place, version, first, seat, until, network, former);
    }

    private Instant firstAskedAt(@Nullable Instant before, Origin origin) {
        var renewal = origin.renewal();
        var first = renewal == null ? now : renewal.firstAskedAt();
        return before != null
                        && before.isBefore(first)
                        && before.isAfter(now.minus(Hold.REMEMBERED))
                ? before
                : first;
    }

    private Pending become(Pending pending) {
        var _ = plan.become(Kind.REQUESTED, pending);
        return pending;
    }
}
