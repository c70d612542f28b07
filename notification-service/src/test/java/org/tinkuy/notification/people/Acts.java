package org.tinkuy.notification.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.notification.OtherServices;
import tools.jackson.databind.node.ObjectNode;

/// One attendee of Apurímac's plenaries, and what happens to their registrations.
public final class Acts {

    public final UUID programme;
    public final UUID attendee = UUID.randomUUID();
    public final UUID firstSession;
    public final UUID secondSession;
    public final UUID first = UUID.randomUUID();
    public final UUID second = UUID.randomUUID();
    public final String address;
    private final OtherServices others;
    private final Instant at = Clock.systemUTC().instant();

    public Acts(OtherServices others) {
        this.others = others;
        programme = UUID.randomUUID();
        firstSession = UUID.randomUUID();
        secondSession = UUID.randomUUID();
        address = "ana-" + attendee + "@example.org";
    }

    private Acts(Acts family) {
        others = family.others;
        programme = family.programme;
        firstSession = family.firstSession;
        secondSession = family.secondSession;
        address = family.address;
    }

    /// Somebody else behind the same address, at the same sessions.
    public Acts ofAnotherInTheFamily() {
        return new Acts(this);
    }

    public Acts everythingKnown() {
        return programmePublished()
                .sessionPublished(firstSession)
                .sessionPublished(secondSession)
                .attendeeRecorded();
    }

    public Acts programmePublished() {
        var body = OtherServices.sample("programmes", "programme-published", 1);
        body.put("id", programme.toString());
        others.say("programmes", "programme-published", programme.toString(), 1, body);
        return this;
    }

    public Acts programmePublishedWithoutANewsletter() {
        var body = OtherServices.sample("programmes", "programme-published", 1);
        body.put("id", programme.toString()).remove("newsletter");
        others.say("programmes", "programme-published", programme.toString(), 2, body);
        return this;
    }

    public Acts programmeHasAContact(String contact) {
        var body = OtherServices.sample("programmes", "programme-published", 1);
        body.put("id", programme.toString()).put("contact", contact);
        others.say("programmes", "programme-published", programme.toString(), 2, body);
        return this;
    }

    public Acts programmeWithdrawn() {
        others.say("programmes", "programme-published", programme.toString(), 3, null);
        return this;
    }

    public Acts sessionPublished(UUID session) {
        // nobody is reminded of it while a test runs
        return sessionPublished(session, 30);
    }

    public Acts sessionPublished(UUID session, int daysAhead) {
        var body = OtherServices.sample("sessions", "session-published", 1);
        body.put("id", session.toString()).put("programmeId", programme.toString());
        body.put("date", LocalDate.ofInstant(at, ZoneOffset.UTC).plusDays(daysAhead).toString());
        others.say("sessions", "session-published", session.toString(), 1, body);
        return this;
    }

    public Acts attendeeRecorded() {
        var body = OtherServices.sample("attendees", "attendee-recorded", 1);
        body.put("id", attendee.toString()).put("address", address).put("language", "en");
        others.say("attendees", "attendee-recorded", attendee.toString(), 1, body);
        return this;
    }

    /// A code that was mailed to the address came back.
    public Acts signedIn(Instant when) {
        var session = UUID.randomUUID();
        var body = OtherServices.sample("device-sessions", "device-session-opened", 1);
        body.put("id", session.toString())
                .put("attendeeId", attendee.toString())
                .put("at", when.toString());
        others.say("device-sessions", "device-session-opened", session.toString(), 1, body);
        return this;
    }

    /// For the first time, so that the attendee is told of anew.
    public Acts addressConfirmed(Instant when) {
        var body = OtherServices.sample("attendees", "attendee-recorded", 1);
        body.put("id", attendee.toString())
                .put("address", address)
                .put("language", "en")
                .put("confirmedAt", when.toString());
        others.say("attendees", "attendee-recorded", attendee.toString(), 2, body);
        return this;
    }

    public Acts attendeeErased() {
        others.say("attendees", "attendee-erased", attendee.toString(), 9, null);
        return this;
    }

    public Acts confirmed(UUID registration, UUID session, UUID... together) {
        return happens("confirmed", registration, session, 2, "confirmedAt", together);
    }

    public Acts waitlisted(UUID registration, UUID session, UUID... together) {
        return happens("waitlisted", registration, session, 2, "waitlistedAt", together);
    }

    public Acts promoted(UUID registration, UUID session) {
        return happens("promoted", registration, session, 3, "confirmedAt", registration);
    }

    public Acts cancelled(UUID registration, UUID session) {
        return happens("cancelled", registration, session, 4, "cancelledAt", registration);
    }

    /// After a cancellation.
    public Acts confirmedAgain(UUID registration, UUID session) {
        var body = state("confirmed", 1, registration, session, registration);
        body.put("confirmedAt", at.plusSeconds(5).toString());
        return say("confirmed", registration, 5, body);
    }

    public Acts requested(UUID registration, UUID session) {
        return say(
                "requested",
                registration,
                1,
                state("requested", 1, registration, session, registration));
    }

    /// The session was, before the person's address was confirmed.
    public Acts cancelledBeforeConfirmed(UUID registration, UUID session) {
        var body = state("cancelled", 3, registration, session, registration);
        body.remove("confirmedAt");
        body.put("cancelledAt", at.toString());
        return say("cancelled", registration, 4, body);
    }

    public Acts holdExpired(UUID registration, UUID session) {
        var body = state("cancelled", 2, registration, session, registration);
        body.put("cancelledAt", at.toString());
        return say("cancelled", registration, 4, body);
    }

    private Acts happens(
            String what,
            UUID registration,
            UUID session,
            long sequence,
            String atField,
            UUID... together) {
        var body = state(what, 1, registration, session, together);
        body.put(atField, at.toString());
        return say(what, registration, sequence, body);
    }

    private ObjectNode state(
            String what, int sample, UUID registration, UUID session, UUID... together) {
        var body = OtherServices.sample("registrations", "registration-" + what, sample);
        body.put("id", registration.toString());
        body.put("sessionId", session.toString());
        body.put("programmeId", programme.toString());
        body.put("attendeeId", attendee.toString());
        var ids = body.putArray("together");
        List.of(together).forEach(id -> ids.add(id.toString()));
        return body;
    }

    private Acts say(String what, UUID registration, long sequence, ObjectNode body) {
        others.say(
                "registrations", "registration-" + what, registration.toString(), sequence, body);
        return this;
    }

    /// A sign-in that expires in ten minutes.
    public static UUID signIn(OtherServices others, String address, @Nullable UUID session) {
        var challenge = UUID.randomUUID();
        others.say(
                "sign-ins",
                "sign-in-requested",
                challenge.toString(),
                1,
                signInBody(challenge, address, session));
        return challenge;
    }

    public static ObjectNode signInBody(UUID challenge, String address, @Nullable UUID session) {
        var body = OtherServices.sample("sign-ins", "sign-in-requested", session == null ? 2 : 1);
        body.put("challengeId", challenge.toString());
        body.put("address", address);
        body.put("language", "en");
        body.put("expiresAt", Clock.systemUTC().instant().plus(Duration.ofMinutes(10)).toString());
        if (session != null) {
            body.putArray("sessionIds").add(session.toString());
        }
        return body;
    }
}
