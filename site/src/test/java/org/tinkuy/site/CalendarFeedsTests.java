package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;
import static org.tinkuy.site.Schedules.SECOND_PLENARY;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tinkuy.site.programme.PublishedSchedule;

@SiteTest
@ExtendWith(OutputCaptureExtension.class)
class CalendarFeedsTests {

    private static final String PROGRAMME = "/programmes/heading-to-perumin/calendar.ics";
    private static final String EVENT = "/programmes/heading-to-perumin/apurimac/calendar.ics";

    private static final UUID OF_A_TEST = UUID.randomUUID();
    private static final AtomicLong VERSIONS = new AtomicLong();

    @LocalServerPort int port;
    @Autowired StubServices services;
    @Autowired PublishedSchedule schedule;

    @BeforeEach
    void nobodyAskedYet() {
        services.reset();
    }

    private static List<VEvent> events(String text) {
        return Biweekly.parse(text).first().getEvents();
    }

    @AfterEach
    void withdraw() {
        schedule.withdrawSession(OF_A_TEST, null, null);
    }

    /// A session directly under its programme, with a version that no test had before.
    private void published(String members) {
        var version = VERSIONS.incrementAndGet();
        schedule.publish(
                Schedules.session(
                        String.format(
                                Locale.ROOT,
                                """
                                {"id": "%s", "programmeId": "0195a1c0-0000-7000-8000-000000000041",
                                 "timeZone": "America/Lima", "version": %d, %s}
                                """,
                                OF_A_TEST,
                                version,
                                members)),
                version);
    }

    private VEvent inFeed(String language) {
        var feed =
                visitor().open("/programmes/mining-integration/calendar.ics?language=" + language);
        return events(feed.html()).stream()
                .filter(event -> event.getUid().getValue().equals(OF_A_TEST + "@tinkuy"))
                .findFirst()
                .orElseThrow();
    }

    private Browser visitor() {
        return new Browser(port).speaking("es");
    }

    @Test
    void aProgrammeHasAFeedOfItsSessionsWithADate() {
        var feed = visitor().open(PROGRAMME);

        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.header("Content-Type")).startsWith("text/calendar");
        assertThat(feed.header("Content-Language")).isEqualTo("es-PE");
        assertThat(events(feed.html()))
                .extracting(event -> event.getUid().getValue())
                .containsExactlyInAnyOrder(FIRST_PLENARY + "@tinkuy", SECOND_PLENARY + "@tinkuy");
        assertThat(events(feed.html()).getFirst().getSummary().getValue())
                .isEqualTo("Plenaria 1 · Minería y desarrollo en Apurímac");
        assertThat(events(visitor().open(EVENT).html())).hasSize(2);
    }

    @Test
    void anEntryIsStampedWithItsLastChangeAndNotWithTheFetch() {
        var feed = visitor().open(PROGRAMME).html();

        assertThat(events(feed))
                .hasSize(2)
                .allSatisfy(event ->
                        assertThat(event.getDateTimeStamp().getValue().toInstant())
                                .isEqualTo(Schedules.CHANGED));
    }

    @ParameterizedTest
    @CsvSource({
        "es, Cancelada: Desafío · Programa de Integración Minera",
        "en, Cancelled: Challenge · Programa de Integración Minera",
        "qu, Mana ruwakunqachu: Atipanakuy · Programa de Integración Minera",
        "fr, Annulée : Défi · Programa de Integración Minera"
    })
    void saysBeforeItsNameThatASessionDoesNotTakePlace(String language, String summary) {
        published(
                """
                "kind": "challenge", "date": "2026-12-02",
                "cancelled": {"at": "2026-11-21T15:00:00Z"}
                """);

        var event = inFeed(language);
        assertThat(event.getSummary().getValue()).isEqualTo(summary);
        assertThat(event.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event.getTransparency().isTransparent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "es, Hora de término por anunciar",
        "en, End time to be announced",
        "qu, Tukukuynin horaqa willasqa kanqa",
        "fr, Heure de fin à annoncer"
    })
    void saysThatAnEndIsNotStatedAndInventsNone(String language, String words) {
        published(
                """
                "kind": "challenge", "date": "2026-12-02", "starts": "18:00",
                "startsAt": "2026-12-02T23:00:00Z"
                """);

        var event = inFeed(language);
        assertThat(event.getDescription().getValue()).startsWith(words + "\n\nhttp");
        assertThat(event.getDateEnd()).isNull();
        assertThat(event.getDuration()).isNull();
        assertThat(visitor().open("/programmes/mining-integration?language=" + language).html())
                .contains("<b>18:00</b>")
                .contains("· " + words);
        assertThat(visitor().open("/?language=" + language).html()).contains("· " + words);
    }

    @Test
    void isCompressedForWhoeverTakesThat() {
        var feed = visitor().with("Accept-Encoding", "gzip").open(PROGRAMME);

        assertThat(feed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(feed.header("Vary")).contains("Accept-Encoding");
    }

    @Test
    void theLanguageIsPartOfTheAddress() {
        var feed = visitor().open(PROGRAMME + "?language=en");

        assertThat(feed.html()).contains("SUMMARY:Plenary 1");
        assertThat(feed.header("Set-Cookie")).isNull();
    }

    @Test
    void whatDidNotChangeIsNotSentAgain() {
        var tag = String.valueOf(visitor().open(PROGRAMME).header("ETag"));

        var again = visitor().with("If-None-Match", tag).open(PROGRAMME);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.html()).isEmpty();
    }

    @Test
    void nothingIsAtAnAddressThatIsNone() {
        assertThat(visitor().open("/programmes/nowhere/calendar.ics").status()).isEqualTo(404);
        assertThat(visitor().open("/calendar/guessed.ics").status()).isEqualTo(404);
    }

    /// Whoever reads the log opens nobody's calendar and ends nobody's subscription.
    @Test
    void writesNoSecretOfAnAddressToTheLog(CapturedOutput output) {
        services.answers("POST /internal/calendars", 409, "{}");
        assertThat(visitor().open("/calendar/a-secret.ics").status()).isEqualTo(400);
        services.answers("POST /internal/calendars", 503, "{}");
        assertThat(visitor().open("/calendar/a-secret.ics").status()).isEqualTo(503);

        assertThat(output).contains("/calendar/{secret}.ics").doesNotContain("a-secret");
    }

    @Test
    void aSecretAddressShowsWhatThePersonHasAPlaceAt() {
        services.answers(
                "POST /internal/calendars",
                200,
                """
                {"language":"qu","registrations":[
                  {"sessionId":"%s","status":"waitlisted","since":"2026-11-21T08:00:00.5Z"},
                  {"sessionId":"%s","status":"cancelled","since":"2026-11-21T08:00:00Z"}]}
                """
                        .formatted(FIRST_PLENARY, SECOND_PLENARY));

        var feed = visitor().open("/calendar/a-secret.ics");

        assertThat(services.requests("POST /internal/calendars").getFirst().body())
                .isEqualTo("{\"secret\":\"a-secret\"}");
        assertThat(services.requests("POST /internal/calendars").getFirst().token())
                .isEqualTo("Bearer a secret that the services of a test share");
        assertThat(events(feed.html()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getUid().getValue()).isEqualTo(FIRST_PLENARY + "@tinkuy");
                    assertThat(event.getStatus().getValue()).isEqualTo("TENTATIVE");
                    assertThat(event.getDateTimeStamp().getValue().toInstant())
                            .as("the place changed after the session")
                            .isEqualTo("2026-11-21T08:00:00Z");
                });
        assertThat(feed.header("Cache-Control")).contains("private", "no-cache");
        assertThat(feed.html())
                .contains("NAME:Qillqachikuyniykuna · Tinkuy")
                .doesNotContain("NAME:Tinkuy");
    }

    @Test
    void onesOwnPageShowsTheAddressAndRenewsIt() {
        services.answers("GET /api/attendees/me/registrations", 200, "[]");
        services.answers("GET /api/attendees/me/calendar", 200, "{\"secret\":\"s3cret\"}");
        services.answers("POST /api/attendees/me/calendar/renewal", 200, "{\"secret\":\"other\"}");
        var ana = visitor().signedIn(Tokens.attendee());

        assertThat(ana.open("/registrations").html()).contains("/calendar/s3cret.ics");
        assertThat(ana.open("/registrations/calendar/renewal").html())
                .contains("¿Cambiar la dirección de tu calendario?")
                .contains("method=\"post\" action=\"/registrations/calendar/renewal\"");
        assertThat(services.requests("POST /api/attendees/me/calendar/renewal")).isEmpty();
        assertThat(ana.follow(ana.post("/registrations/calendar/renewal")).html())
                .contains("dirección nueva");
        assertThat(visitor().post("/registrations/calendar/renewal").header("Location"))
                .startsWith("/sign-in");
    }
}
