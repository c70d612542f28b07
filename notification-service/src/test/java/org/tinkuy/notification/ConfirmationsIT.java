package org.tinkuy.notification;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tinkuy.testing.Said;
import org.tinkuy.testing.Scenario;
import org.tinkuy.testing.Told;

/// What others hear of the mail about a registration.
@RunningService
class ConfirmationsIT {

    @Autowired Scenario scenario;

    private final UUID programme = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();
    private final UUID attendee = UUID.randomUUID();
    private final UUID registration = UUID.randomUUID();
    private final Said confirmed =
            Said.sample("registration-service", "registrations", "registration-confirmed", 1)
                    .about(registration)
                    .with("sessionId", session)
                    .with("programmeId", programme)
                    .with("attendeeId", attendee)
                    .with("confirmedAt", Clock.systemUTC().instant().toString())
                    .with("together", List.of(registration))
                    .at(2);
    private Scenario.Given everythingKnown;

    @BeforeEach
    void knowTheSessionAndTheAttendee() {
        everythingKnown =
                scenario.about(attendee)
                        .given(
                                Said.sample(
                                                "session-service",
                                                "programmes",
                                                "programme-published",
                                                1)
                                        .about(programme),
                                Said.sample("session-service", "sessions", "session-published", 1)
                                        .about(session)
                                        .with("programmeId", programme)
                                        .with("date", "2099-05-26"),
                                Said.sample(
                                                "registration-service",
                                                "attendees",
                                                "attendee-recorded",
                                                1)
                                        .about(attendee)
                                        .with("address", "ana-" + attendee + "@example.org"));
    }

    @Test
    void tellsThatTheConfirmationWasSentAndOfWhat() {
        everythingKnown
                .when(confirmed)
                .then(
                        Told.anyMessage(
                                "delivery-sent",
                                """
                                {"recipientId": "%s", "kind": "registration-confirmed",
                                 "about": ["%s"]}
                                """
                                        .formatted(attendee, registration)));
    }

    @Test
    void sendsNothingForAStateThatItKnows() {
        everythingKnown
                .when(confirmed, confirmed)
                .then(
                        Told.anyMessage(
                                "delivery-sent", "{\"recipientId\": \"%s\"}".formatted(attendee)));
    }
}
