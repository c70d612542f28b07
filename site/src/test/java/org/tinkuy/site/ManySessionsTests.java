package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tinkuy.site.programme.PublishedSchedule;

/// A programme with more sessions than one address can name.
@SiteTest
class ManySessionsTests {

    private static final List<UUID> SESSIONS =
            IntStream.range(0x100, 0x100 + 170).mapToObj(ManySessionsTests::id).toList();
    private static final UUID LAST = SESSIONS.getLast();
    private static final String DESK = "/organiser/desk/" + Drafted.PROGRAMME;

    /// What comes later is newer, from one test to the next.
    private static final AtomicLong SEQUENCE = new AtomicLong();

    @LocalServerPort int port;
    @Autowired StubServices services;
    @Autowired PublishedSchedule schedule;

    private static UUID id(int last) {
        return UUID.fromString(String.format(Locale.ROOT, "0195a1c0-0000-7000-8000-%012x", last));
    }

    @BeforeEach
    void manyArePublished() {
        Drafted.told(services);
        services.tellsSeats(SESSIONS.getFirst(), "\"taken\":100,\"left\":400,\"waiting\":0");
        services.tellsSeats(LAST, "\"taken\":497,\"left\":3,\"waiting\":2");
        schedule.publish(
                Schedules.programme(
                        """
                        {"id": "%s", "slug": "many-sessions", "title": {"en": "Many"},
                         "timeZone": "America/Lima", "mode": "online", "admission": "open"}
                        """
                                .formatted(Drafted.PROGRAMME)),
                SEQUENCE.incrementAndGet());
        SESSIONS.forEach(id ->
                schedule.publish(
                        Schedules.session(
                                """
                                {"id": "%s", "programmeId": "%s", "kind": "plenary",
                                 "date": "2027-05-26", "starts": "18:00", "ends": "20:00",
                                 "timeZone": "America/Lima", "startsAt": "2027-05-26T23:00:00Z",
                                 "endsAt": "2027-05-27T01:00:00Z", "capacity": 500, "version": 1}
                                """
                                        .formatted(id, Drafted.PROGRAMME)),
                        SEQUENCE.incrementAndGet()));
    }

    @AfterEach
    void noneIs() {
        SESSIONS.forEach(id -> schedule.withdrawSession(id, SEQUENCE.incrementAndGet(), null));
        schedule.withdrawProgramme(Drafted.PROGRAMME, SEQUENCE.incrementAndGet());
    }

    private Browser organiser() {
        return new Browser(port).speaking("en").signedIn(Tokens.organiser("owner:*"));
    }

    @Test
    void tellsHowManySeatsAreLeftInEach() {
        assertThat(new Browser(port).speaking("en").open("/programmes/many-sessions").html())
                .contains("400 seats left", "3 seats left");
    }

    @Test
    void tellsOrganisersHowManyComeToEach() {
        services.answers("GET /api/registrations", 200, "{\"items\":[]}");

        assertThat(organiser().open("/organiser?programme=" + Drafted.PROGRAMME).html())
                .contains(">100<", ">497<")
                .doesNotContain(">–<");
    }

    @Test
    void staysPublishedWhileSomebodyIsRegisteredForOneOfThem() {
        var page = organiser().open(DESK + "/unpublication");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).contains("599 people are registered");
    }

    @Test
    void warnsOfEachWherePeopleAreRegistered() {
        services.answers(
                "GET " + Drafted.API + "/changes",
                200,
                SESSIONS.stream()
                        .map(ManySessionsTests::moved)
                        .collect(
                                Collectors.joining(
                                        ",", "{\"state\":\"seen-1\",\"changes\":[", "]}")));

        assertThat(organiser().open(DESK + "/changes").html())
                .contains("100 people are registered", "499 people are registered");
    }

    private static String moved(UUID session) {
        return """
        {"part":"session","id":"%s","change":"changed","title":null,"objections":[],
         "fields":[{"field":"date","before":"2027-05-26","after":"2027-05-27"}]}
        """
                .formatted(session);
    }

    /// No page says that nobody comes because a question of ours was wrong.
    @Test
    void doesNotTakeARefusalForNobody() {
        services.reset();
        Drafted.told(services);
        services.answers("GET /api/seats", 400, "{\"type\":\"urn:tinkuy:problem:invalid-input\"}");
        services.answers(
                "GET " + Drafted.API + "/changes",
                200,
                "{\"state\":\"seen-1\",\"changes\":[" + moved(LAST) + "]}");

        assertThat(organiser().open(DESK + "/changes").status()).isEqualTo(400);
    }
}
