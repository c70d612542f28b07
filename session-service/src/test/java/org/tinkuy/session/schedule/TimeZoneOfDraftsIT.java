package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Published;

/// Sessions that nobody touched move with the time zone of their programme or event, and are judged
/// by the hours that they really get.
@RunningService
class TimeZoneOfDraftsIT {

    private static final ZoneId LIMA = ZoneId.of("America/Lima");
    private static final ZoneId SANTIAGO = ZoneId.of("America/Santiago");

    @Autowired private WebTestClient http;
    @Autowired private Clock clock;

    private final UUID session = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private RoadShow show;

    @BeforeEach
    void begin() {
        show = new RoadShow(http);
    }

    @ParameterizedTest
    @ValueSource(strings = {"programme", "event"})
    void asksAboutASessionThatWouldHaveBegunByThen(String changed) {
        show.published(session, "workshop", soonIn(LIMA), 90, "");
        show.zoneOf(changed, "Asia/Tokyo");

        assertThat(show.against(session)).containsExactly("past yes");
        assertThat(show.publish("").fault()).isEqualTo(session + ".date past");
        assertThat(show.plan(inAnHour(), "").fault()).isEqualTo(session + ".date past");
        assertThat(show.publishPart(changed, "").problem()).isEqualTo("changes-refused");
        assertThat(show.publishPart(changed, "").fault()).isEqualTo(session + ".date past");
        assertThat(show.zone(session)).isEqualTo("America/Lima");

        assertThat(show.publishPart(changed, meant("past")).status()).isEqualTo(200);
        assertThat(show.zone(session)).isEqualTo("Asia/Tokyo");
    }

    @Test
    void takesTheAnswerThatItAskedFor() {
        show.published(session, "workshop", soonIn(LIMA), 90, "");
        show.zoneOf("programme", "Asia/Tokyo");

        assertThat(show.plan(inAnHour(), meant("past")).status()).isEqualTo(200);
        assertThat(show.publish(meant("past")).status()).isEqualTo(200);
        assertThat(show.zone(session)).isEqualTo("Asia/Tokyo");
        assertThat(show.changes().get("changes")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"programme", "event"})
    void letsASessionThatIsSkippedBeMended(String changed) {
        var skipped = skipped();
        show.published(session, "workshop", skipped, 90, "");
        show.zoneOf(changed, "America/Santiago");

        assertThat(show.against(session)).containsExactly("skipped-time none");
        assertThat(show.publish("").fault()).isEqualTo(session + ".starts skipped-time");
        assertThat(show.plan(inAnHour(), "").fault()).isEqualTo(session + ".starts skipped-time");
        assertThat(show.publishPart(changed, "").fault())
                .isEqualTo(session + ".starts skipped-time");

        show.change(session, skipped.plusHours(2), 90, "");

        assertThat(show.against(session)).isEmpty();
        assertThat(show.publish("").status()).isEqualTo(200);
        assertThat(show.zone(session)).isEqualTo("America/Santiago");
        assertThat(Published.await("sessions", session, 2))
                .as("one state, and not the skipped hour before it")
                .extracting(Published::sequence)
                .containsExactly(1L, 2L);
    }

    @Test
    void asksNothingAboutASessionThatKeepsItsHour() {
        var skipped = skipped();
        show.published(session, "workshop", skipped, 90, "");
        show.zoneOf("programme", "America/Santiago");
        show.change(session, skipped, 90, ", \"timeZone\": \"America/Lima\"");

        assertThat(show.against(session)).isEmpty();
        assertThat(show.publish("").status()).isEqualTo(200);
        assertThat(show.zone(session)).isEqualTo("America/Lima");
    }

    @Test
    void asksAboutATimeThatComesTwice() {
        show.published(session, "workshop", twice(), 90, "");
        show.zoneOf("programme", "America/Santiago");

        assertThat(show.against(session)).contains("twice yes");
        assertThat(show.publish("").problem()).isEqualTo("changes-refused");
        assertThat(show.publish(meant("twice")).status()).isEqualTo(200);
    }

    @Test
    void holdsTheRulesOfPlenariesAgainstTheNewHour() {
        var evening = day().atTime(18, 0);
        show.published(session, "plenary", evening, 60, "");
        show.published(other, "plenary", evening, 60, ", \"timeZone\": \"Europe/Madrid\"");
        show.zoneOf("event", "Europe/Madrid");

        assertThat(show.against(session)).containsExactly("overlapping-plenaries reason");
        assertThat(show.against(other)).isEmpty();
        assertThat(show.publishPart("event", "").fault())
                .isEqualTo(session + ".date overlapping-plenaries");

        var insisted =
                show.publishPart("event", ", \"override\": {\"" + session + "\": \"Two halls.\"}");

        assertThat(insisted.status()).isEqualTo(200);
        var change = show.get("/api/sessions/" + session + "/changes").at("/items/0");
        assertThat(change.at("/override").asString()).isEqualTo("Two halls.");
        assertThat(change.at("/from/timeZone").asString()).isEqualTo("America/Lima");
        assertThat(change.at("/timeZone").asString()).isEqualTo("Europe/Madrid");
        assertThat(show.changes().get("changes")).isEmpty();
    }

    /// As it was, by the zone in which it was published.
    @Test
    void knowsWhatMovesByAnotherZoneAndAnotherHourAtOnce() {
        show.published(session, "plenary", day().atTime(18, 0), 60, "");
        show.zoneOf("programme", "Europe/Madrid");
        show.change(session, day().atTime(19, 0), 60, "");

        show.publish("");

        var change = show.get("/api/sessions/" + session + "/changes").at("/items/0");
        assertThat(change.at("/from/timeZone").asString()).isEqualTo("America/Lima");
        assertThat(change.at("/from/starts").asString()).isEqualTo("18:00");
        assertThat(change.at("/timeZone").asString()).isEqualTo("Europe/Madrid");
        assertThat(change.at("/starts").asString()).isEqualTo("19:00");
    }

    @Test
    void asksNothingWhereNoHourChanges() {
        show.published(session, "workshop", skipped(), 90, "");
        show.admit("invitation");

        assertThat(show.against(session)).isEmpty();
        assertThat(show.publishPart("programme", "").status()).isEqualTo(200);
        assertThat(show.get("/api/sessions/" + session).get("admission").asString())
                .isEqualTo("invitation");
        assertThat(show.get("/api/sessions/" + session + "/changes").get("items")).isEmpty();
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), LIMA).plusDays(100);
    }

    /// Two hours from now by its clock; over long since where the day begins earlier.
    private LocalDateTime soonIn(ZoneId zone) {
        return LocalDateTime.ofInstant(
                clock.instant().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.MINUTES), zone);
    }

    private LocalDateTime skipped() {
        return transition(true).plusMinutes(15);
    }

    private LocalDateTime twice() {
        return transition(false).minusMinutes(15);
    }

    /// When the clocks of Santiago change, as they show it before that, half a year from now or
    /// more.
    private LocalDateTime transition(boolean gap) {
        var rules = SANTIAGO.getRules();
        var next = rules.nextTransition(clock.instant().plus(Duration.ofDays(30)));
        while (next.isGap() != gap) {
            next = rules.nextTransition(next.getInstant());
        }
        return next.getDateTimeBefore();
    }

    private Instant inAnHour() {
        return clock.instant().plus(Duration.ofHours(1));
    }

    private String meant(String question) {
        return ", \"meant\": {\"" + session + "\": [\"" + question + "\"]}";
    }
}
