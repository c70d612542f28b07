package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tinkuy.languages.Language;

/// Where one is signed in.
@SiteTest
class DevicesPageTests {

    private static final String PAGE = "/registrations/devices";
    private static final UUID HERE = UUID.fromString("0195a1c0-0000-7000-8000-0000000000d1");
    private static final UUID LOST = UUID.fromString("0195a1c0-0000-7000-8000-0000000000d2");

    @LocalServerPort int port;
    @Autowired StubServices registrations;

    @BeforeEach
    void isSignedInOnTwo() {
        registrations.reset();
        registrations.answers(
                "GET /api/device-sessions",
                200,
                """
                [{"id":"%s","label":"Firefox, Android","openedAt":"2026-11-20T15:00:00Z",
                  "lastSeenAt":"2026-11-22T14:00:00Z","expiresAt":"2026-12-20T15:00:00Z","current":true},
                 {"id":"%s","openedAt":"2026-11-01T15:00:00Z",
                  "lastSeenAt":"2026-11-03T02:30:00Z","expiresAt":"2026-12-01T15:00:00Z","current":false}]
                """
                        .formatted(HERE, LOST));
    }

    private Browser rosa() {
        return new Browser(port).speaking("en").signedIn(Tokens.attendee());
    }

    @Test
    void tellsTheDevicesAndWhichOneThisIs() {
        var page = rosa().cookie("tinkuy-time-zone", "America/Lima").open(PAGE);

        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.html())
                .contains("Firefox, Android")
                .contains("This device")
                .contains("Device without a name")
                .contains("Last used: Mon 2 Nov, 21:30")
                .contains("value=\"" + LOST + "\"")
                .doesNotContain("value=\"" + HERE + "\"")
                .contains("aria-label=\"Sign out Device without a name\"")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @EnumSource
    void speaksEveryLanguage(Language language) {
        assertThat(rosa().open(PAGE + "?language=" + language.tag()).html()).doesNotContain("??");
    }

    @ParameterizedTest
    @CsvSource({
        "en, The other device is signed out.",
        "es, La sesión está cerrada en el otro dispositivo.",
        "qu, Huk aparatumanta lluqsisqaña.",
        "fr, L’autre appareil est déconnecté."
    })
    void endsAnotherAndSaysThatItIsTheOther(String language, String words) {
        registrations.answers("DELETE /api/device-sessions/" + LOST, 204, "");
        var browser = rosa().speaking(language);

        var ended = browser.post(PAGE + "/end", "device", LOST.toString());

        assertThat(registrations.requests("DELETE /api/device-sessions/" + LOST)).hasSize(1);
        assertThat(browser.follow(ended).html()).contains(words);
    }

    @Test
    void oneThatHasEndedMeanwhileIsEnded() {
        var ended = rosa().post(PAGE + "/end", "device", UUID.randomUUID().toString());

        assertThat(ended.header("Location")).isEqualTo(PAGE + "?done=one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "../../sign-ins"})
    void knowsNoPageOfAnInventedDevice(String id) {
        assertThat(rosa().post(PAGE + "/end", "device", id).status()).isEqualTo(404);
    }

    @Test
    void endsAllOthers() {
        registrations.answers("DELETE /api/device-sessions/others", 204, "");
        var browser = rosa();

        var ended = browser.post(PAGE + "/end-others");

        assertThat(registrations.requests("DELETE /api/device-sessions/others")).hasSize(1);
        assertThat(browser.follow(ended).html()).contains("All the other devices are signed out.");
    }

    @Test
    void doesNotPretendWhileTheServiceIsAway() {
        registrations.answers("DELETE /api/device-sessions/" + LOST, 503, "");

        assertThat(rosa().post(PAGE + "/end", "device", LOST.toString()).status()).isEqualTo(503);
    }

    @Test
    void asksToSignInFirst() {
        var stranger = new Browser(port);
        assertThat(stranger.open(PAGE).header("Location")).startsWith("/sign-in?next=");
        assertThat(stranger.post(PAGE + "/end-others").header("Location"))
                .startsWith("/sign-in?next=");
    }
}
