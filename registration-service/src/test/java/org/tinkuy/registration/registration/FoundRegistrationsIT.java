package org.tinkuy.registration.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.People;
import org.tinkuy.registration.seats.Admission;
import org.tinkuy.registration.seats.EventId;
import org.tinkuy.registration.seats.SessionFixtures;
import org.tinkuy.registration.seats.SessionId;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.testing.WrittenLines;
import tools.jackson.databind.JsonNode;

/// Whom organisers look for, and what they take with them.
@RunningService
class FoundRegistrationsIT {

    private static final String LIST = "/api/registrations?limit=200&sessionId=";
    private static final String EXPORT = "/api/registrations/export?sessionId=";

    /// As many as are read at once, and some.
    private static final int MANY = 1_203;

    private static final int LARGEST_ANSWER = 4 << 20;

    private static People.SignedIn organiser;

    @Autowired WebTestClient http;
    @Autowired People people;
    @Autowired BeanFactory beans;

    private Office office;
    private Desk desk;

    @BeforeAll
    static void comesIn(@Autowired People people) {
        organiser = people.organiser();
    }

    @BeforeEach
    void open() {
        office = new Office(beans);
        desk = new Desk(largeAnswers(http), people);
    }

    private static WebTestClient largeAnswers(WebTestClient http) {
        return http.mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
    }

    private List<String> names(String uri, Object... values) {
        return names(desk.get(organiser, uri, values));
    }

    private static List<String> names(JsonNode answer) {
        var items = answer.has("items") ? answer.path("items") : answer;
        return items.valueStream().map(it -> it.at("/attendee/name").asString()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "quispe, 2",
        "ANÁ quispe, 1",
        "  ana   quispé , 1",
        "an isp, 1",
        "quispe mamani, 0",
        "ana_q, 0",
        "a%e, 0",
        "FINDABLE.ORG, 3",
        "nobody, 0",
        "\\, 0"
    })
    void findsPeopleByEveryWordOfTheirNameOrAddress(String words, int found) {
        var session = office.aSession(10);
        desk.ask("ana-" + UUID.randomUUID() + "@findable.org", "Ana Quispe", session);
        desk.ask("ben-" + UUID.randomUUID() + "@findable.org", "Bén Quispe", session);
        desk.ask("caro-" + UUID.randomUUID() + "@findable.org", "Caro Mamani", session);

        assertThat(names(LIST + session.value() + "&search={words}", words)).hasSize(found);
        assertThat(names(EXPORT + session.value() + "&search={words}", words)).hasSize(found);
    }

    @Test
    void findsThoseOfAnEvent() {
        var event = new EventId(UUID.randomUUID());
        var evening = sessionOf(event);
        var elsewhere = sessionOf(new EventId(UUID.randomUUID()));
        desk.ask(People.strangersAddress(), "Ana", evening);
        desk.ask(People.strangersAddress(), "Ben", elsewhere);

        assertThat(names("/api/registrations?eventId=" + event.value())).containsExactly("Ana");
        assertThat(names("/api/registrations/export?eventId=" + event.value()))
                .containsExactly("Ana");
    }

    private SessionId sessionOf(EventId event) {
        var id = new SessionId(UUID.randomUUID());
        var facts =
                new PublishSession.Facts(
                        id, SessionFixtures.PROGRAMME, event, Admission.OPEN, 10, null, false);
        Office.await(office.publishSession.publish(facts).as(office.transaction::transactional));
        return id;
    }

    @Test
    void exportsWhatOrganisersMaySeeAndWhenItCameToBeSo() {
        var session = office.aSession(1);
        var ana = people.signIn(People.strangersAddress());
        desk.register(ana, "Ana", session).expectStatus().isCreated();
        var ben = people.signIn(People.strangersAddress());
        desk.register(ben, "Ben", session).expectStatus().isCreated();
        desk.ask(People.strangersAddress(), "Caro", session);

        var all = desk.get(organiser, EXPORT + session.value());

        assertThat(names(all)).containsExactly("Ana", "Ben", "Caro");
        assertThat(all.valueStream().map(it -> it.path("status").asString()))
                .containsExactly("confirmed", "waitlisted", "pending");
        assertThat(all.get(0).propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "sessionId",
                        "programmeId",
                        "status",
                        "requestedAt",
                        "confirmedAt",
                        "attendee");
        assertThat(all.get(0).path("attendee").propertyNames())
                .containsExactlyInAnyOrder("id", "name", "address", "language");
        assertThat(all.get(1).has("waitlistedAt")).isTrue();
        assertThat(names(EXPORT + session.value() + "&status=waitlisted")).containsExactly("Ben");

        var waitedSince = all.get(1).path("waitlistedAt");
        post(organiser, "/api/registrations/" + all.get(1).path("id").asString() + "/cancellation");
        var left = desk.get(organiser, EXPORT + session.value()).get(1);
        assertThat(left.path("status").asString()).isEqualTo("cancelled");
        assertThat(left.path("waitlistedAt")).isEqualTo(waitedSince);
    }

    private void post(People.SignedIn caller, String uri) {
        http.post()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, caller.bearer())
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void exportsEverybodyOnceWhateverTheirNumber() {
        var session = office.aSession(null);
        Office.await(
                office.database
                        .sql(
                                """
                                with numbers as (
                                    select gen_random_uuid() as person, n
                                    from generate_series(1, :many) as n),
                                people as (
                                    insert into attendees (id, address, name, name_key, language, version,
                                        recorded_at)
                                    select person, person || '@example.org', 'N ' || n, 'n ' || n, 'es', 1,
                                        now()
                                    from numbers)
                                insert into registrations (id, session_id, pool_id, programme_id,
                                    attendee_id, version, status, requested_at, waitlisted_at, confirmed_at)
                                select gen_random_uuid(), :session, :session, :programme, person, 1,
                                    'confirmed', now(), null, now()
                                from numbers
                                """)
                        .bind("many", MANY)
                        .bind("session", session.value())
                        .bind("programme", SessionFixtures.PROGRAMME.value())
                        .then());

        var lines = new WrittenLines(SecurityLog.LOGGER);
        try (lines) {
            var names = names(EXPORT + session.value());

            assertThat(names).hasSize(MANY).doesNotHaveDuplicates();
            await().untilAsserted(() ->
                    assertThat(
                                    lines.with(
                                            "list-exported",
                                            organiser.attendeeId(),
                                            "about=" + session.value(),
                                            "what=registrations",
                                            "count=" + MANY))
                            .as("%s", lines.all())
                            .hasSize(1));
        }
        Office.await(
                office.database
                        .sql("delete from registrations where session_id = :session")
                        .bind("session", session.value())
                        .then());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/registrations/export",
                "/api/registrations/export?programmeId=00000000-0000-0003-0000-000000000001"
            })
    void isForThoseWhoOrganiseIt(String uri) {
        var attendee = people.signIn(People.strangersAddress());

        Desk.problem(
                http.get().uri(uri).header(HttpHeaders.AUTHORIZATION, attendee.bearer()).exchange(),
                403,
                "forbidden");
    }

    @Test
    void saysEverythingThatIsWrongWithWhatIsAsked() {
        var problem =
                Desk.problem(
                        http.get()
                                .uri(
                                        "/api/registrations/export?eventId=x&status=y&search={long}",
                                        "a".repeat(201))
                                .header(HttpHeaders.AUTHORIZATION, organiser.bearer())
                                .exchange(),
                        400,
                        "invalid-request");

        assertThat(problem.path("errors").valueStream().map(it -> it.path("field").asString()))
                .containsExactly("eventId", "status", "search");
    }
}
