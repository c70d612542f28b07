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

    /// What a newcomer is told. Only who renews the very request is told of its hold.
    Offer offer(Wish wish, AttendeeId attendee, Origin origin) {
        var until = holdUntil(origin);
        var seat = forNewcomer(plan.pool(wish.pool()), origin, until);
        var asked = ask(wish, attendee, seat, origin);
        if (asked != null && origin.renewal() != null) {
            return new Offer(
                    wish.session(), asked.seat(), asked.takesSeat() ? asked.heldUntil() : null);
        }
        return new Offer(wish.session(), seat, seat == PendingSeat.HELD ? until : null);
    }

    private Instant holdUntil(Origin origin) {
        var renewal = origin.renewal();
        return renewal == null ? Hold.from(now) : Hold.from(renewal.firstAskedAt(), now);
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

    /// @return `null` if nothing changes: the attendee has the place already, for one
    private @Nullable Pending ask(Wish wish, AttendeeId attendee, PendingSeat seat, Origin origin) {
        return switch (plan.find(wish.session(), attendee)) {
            case null -> request(plan.newPlace(wish, attendee), 1, seat, origin);
            case Cancelled(var place, var version, _, _, _, _) ->
                    request(place, version + 1, seat, origin);
            case Lapsed(var place, var version, _, _, _) ->
                    request(place, version + 1, seat, origin);
            case Pending pending when pending.isOver(now) -> askAnew(pending, origin);
            case Pending pending ->
                    become(pending.askedAgain(seat, Hold.from(now), origin.network(), now));
            case Confirmed _, Waitlisted _ -> null;
        };
    }

    /// The hold is over and nobody has ended it yet. Where people wait, its seat is theirs; who
    /// ends it hands it on.
    private @Nullable Pending askAnew(Pending over, Origin origin) {
        var pool = plan.pool(over.place().pool());
        if (over.takesSeat() && pool.waiting() > 0) {
            return null;
        }
        var without = over.takesSeat() ? pool.withSeats(-1, -1) : pool;
        var seat = forNewcomer(without, origin, holdUntil(origin));
        return request(over.place(), over.version() + 1, seat, origin);
    }

    private Pending request(Place place, long version, PendingSeat seat, Origin origin) {
        var until = seat == PendingSeat.HELD ? holdUntil(origin) : Hold.from(now);
        return become(Pending.asked(place, version, seat, until, origin.network(), now));
    }

    private Pending become(Pending pending) {
        var _ = plan.become(Kind.REQUESTED, pending);
        return pending;
    }
}
