package org.tinkuy.registration.registration;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.identity.SignIns;
import org.tinkuy.registration.seats.Outcome;
import org.tinkuy.registration.seats.Words;

/// What was answered to a request to register, without the browser's secret: that is derived again
/// and never stored.
///
/// @param signIn `null` for whoever was signed in
public record RegistrationAnswer(@Nullable SignIn signIn, List<Line> registrations) {

    static RegistrationAnswer offered(SignIns.Challenge challenge, List<Outcome.Offer> offers) {
        return new RegistrationAnswer(SignIn.of(challenge), offers.stream().map(Line::of).toList());
    }

    static RegistrationAnswer admitted(List<Outcome.Settled> places) {
        return new RegistrationAnswer(null, places.stream().map(Line::of).toList());
    }

    /// @param notMailedUntil no code was mailed before; `null`: it was
    public record SignIn(UUID challengeId, Instant expiresAt, @Nullable Instant notMailedUntil) {

        static SignIn of(SignIns.Challenge challenge) {
            return new SignIn(challenge.id(), challenge.expiresAt(), challenge.notMailedUntil());
        }
    }

    /// @param id only for whoever is signed in
    /// @param status `pending`, `confirmed` or `waitlisted`
    /// @param seat `held`, `not-held` or `waiting-list` while pending
    /// @param heldUntil while a seat is held
    /// @param position on the waiting list, from 1
    /// @param before only for whoever is signed in: the person was registered there already
    public record Line(
            @Nullable UUID id,
            UUID sessionId,
            String status,
            @Nullable String seat,
            @Nullable Instant heldUntil,
            @Nullable Integer position,
            @Nullable Boolean before) {

        static Line of(Outcome.Offer offer) {
            var seat = Words.of(offer.seat());
            return new Line(
                    null, offer.session().value(), "pending", seat, offer.heldUntil(), null, null);
        }

        static Line of(Outcome.Settled place) {
            var registration = place.standing().registration();
            return new Line(
                    registration.place().id().value(),
                    registration.place().session().value(),
                    Words.status(registration),
                    null,
                    null,
                    place.standing().position(),
                    place.before());
        }
    }
}
