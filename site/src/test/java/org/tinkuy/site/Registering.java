package org.tinkuy.site;

import static org.tinkuy.site.Schedules.FIRST_PLENARY;
import static org.tinkuy.site.Schedules.SECOND_PLENARY;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.site.Browser.Page;

/// A visitor registers for both evenings in Apurímac: what the service answers, and what the form
/// sends.
final class Registering {

    static final String APURIMAC = "/programmes/heading-to-perumin/apurimac";
    static final UUID CHALLENGE = UUID.fromString("0195a1c0-0000-7000-8000-000000000999");

    private Registering() {}

    static void isAnsweredWithACode(StubServices registrations) {
        isAnsweredWithACode(registrations, SitePagesTests.NOW.plus(Duration.ofMinutes(10)));
    }

    static void isAnsweredWithACode(StubServices registrations, Instant expiresAt) {
        isAnswered(registrations, CHALLENGE, expiresAt, null);
    }

    /// @param notMailedUntil `null`: it was mailed
    static void isAnsweredWithAnotherCode(
            StubServices registrations, @Nullable Instant notMailedUntil) {
        isAnswered(
                registrations,
                UUID.fromString("0195a1c0-0000-7000-8000-000000000998"),
                SitePagesTests.NOW.plus(Duration.ofMinutes(10)),
                notMailedUntil);
    }

    private static void isAnswered(
            StubServices registrations,
            UUID challenge,
            Instant expiresAt,
            @Nullable Instant notMailedUntil) {
        registrations.answers(
                "POST /api/registrations",
                201,
                """
                {"signIn":{"challengeId":"%s","browserSecret":"c2VjcmV0","expiresAt":"%s"%s},
                 "registrations":[{"sessionId":"%s","status":"pending","seat":"held",
                                   "heldUntil":"%s"},
                                  {"sessionId":"%s","status":"pending","seat":"waiting-list"}]}
                """
                        .formatted(
                                challenge,
                                expiresAt,
                                notMailedUntil == null
                                        ? ""
                                        : ",\"notMailedUntil\":\"%s\"".formatted(notMailedUntil),
                                FIRST_PLENARY,
                                expiresAt,
                                SECOND_PLENARY));
    }

    /// Waits for the code.
    static Browser registered(Browser browser, StubServices registrations) {
        isAnsweredWithACode(registrations);
        openAndSend(browser);
        return browser;
    }

    static Page openAndSend(Browser browser) {
        browser.open(APURIMAC);
        return send(browser);
    }

    static Page send(Browser browser) {
        return browser.post(
                APURIMAC,
                "name",
                "Rosa Quispe",
                "address",
                "rosa@example.org",
                "timeZone",
                "Europe/Madrid",
                "session",
                FIRST_PLENARY.toString(),
                "session",
                SECOND_PLENARY.toString());
    }
}
