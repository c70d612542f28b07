package org.tinkuy.registration.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.People;
import org.tinkuy.registration.seats.SessionId;
import tools.jackson.databind.JsonNode;

/// What organisers do with one registration.
@RunningService
class OrganisedRegistrationIT {

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
        desk = new Desk(http, people);
    }

    @AfterEach
    void nothingIsStrandedOrSoldTwice() {
        assertThat(office.audit()).isEmpty();
    }

    private String register(People.SignedIn person, String name, SessionId session) {
        return Desk.json(desk.register(person, name, session).expectStatus().isCreated())
                .at("/registrations/0/id")
                .asString();
    }

    private People.SignedIn somebody() {
        return people.signIn(People.strangersAddress());
    }

    private JsonNode look(String id) {
        return desk.get(organiser, "/api/registrations/" + id);
    }

    private WebTestClient.ResponseSpec send(
            People.SignedIn caller, HttpMethod method, String path, Map<String, String> body) {
        var request =
                http.method(method)
                        .uri("/api/registrations/" + path)
                        .header(HttpHeaders.AUTHORIZATION, caller.bearer());
        return (body.isEmpty() ? request : request.bodyValue(body)).exchange();
    }

    private WebTestClient.ResponseSpec post(People.SignedIn caller, String path) {
        return send(caller, HttpMethod.POST, path, Map.of());
    }

    private WebTestClient.ResponseSpec put(
            People.SignedIn caller, String path, String field, String value) {
        return send(caller, HttpMethod.PUT, path, Map.of(field, value));
    }

    private static List<String> history(JsonNode registration) {
        return registration
                .path("history")
                .valueStream()
                .map(act ->
                        act.path("what").asString()
                                + (act.has("by") ? " by organiser" : "")
                                + (act.has("text") ? ": " + act.path("text").asString() : ""))
                .toList();
    }

    @Test
    void cancelsForSomebodyAndHandsTheSeatOn() {
        var session = office.aSession(1);
        var ana = register(somebody(), "Ana", session);
        var ben = register(somebody(), "Ben", session);

        post(organiser, ana + "/cancellation").expectStatus().isOk();
        post(organiser, ana + "/cancellation").expectStatus().isOk();

        var seen = look(ana);
        assertThat(seen.path("status").asString()).isEqualTo("cancelled");
        assertThat(seen.path("reason").asString()).isEqualTo("by-organiser");
        assertThat(history(seen))
                .containsExactly("requested", "confirmed", "cancelled by organiser");
        assertThat(look(ben).path("status").asString()).isEqualTo("confirmed");
        assertThat(office.messages(session)).contains("registration-cancelled");
    }

    @Test
    void whoCancelsTheirOwnIsNoOrganiserThen() {
        var session = office.aSession(1);
        var own = register(organiser, "Olga", session);

        post(organiser, own + "/cancellation").expectStatus().isOk();

        assertThat(look(own).path("reason").asString()).isEqualTo("by-attendee");
        assertThat(history(look(own))).last().isEqualTo("cancelled");
    }

    @Test
    void promotesSomebodyBeyondTheSeatsAndNobodyAfterThem() {
        var session = office.aSession(1);
        var ana = register(somebody(), "Ana", session);
        var ben = register(somebody(), "Ben", session);
        var caro = register(somebody(), "Caro", session);

        var seen = Desk.json(post(organiser, caro + "/promotion").expectStatus().isOk());
        post(organiser, caro + "/promotion").expectStatus().isOk();

        assertThat(seen.path("status").asString()).isEqualTo("confirmed");
        assertThat(history(look(caro)))
                .containsExactly("requested", "waitlisted", "promoted by organiser");
        post(organiser, ana + "/cancellation").expectStatus().isOk();
        assertThat(look(ben).path("status").asString())
                .as("one too many came")
                .isEqualTo("waitlisted");
        post(organiser, caro + "/cancellation").expectStatus().isOk();
        assertThat(look(ben).path("status").asString()).isEqualTo("confirmed");
        Desk.problem(post(organiser, caro + "/promotion"), 409, "not-on-the-waiting-list");
        assertThat(history(look(caro)))
                .containsExactly(
                        "requested",
                        "waitlisted",
                        "promoted by organiser",
                        "cancelled by organiser");
    }

    @Test
    void tellsThatSomebodyWaitedWhoLeftTheList() {
        var session = office.aSession(1);
        register(somebody(), "Ana", session);
        var ben = register(somebody(), "Ben", session);

        post(organiser, ben + "/cancellation").expectStatus().isOk();

        assertThat(history(look(ben)))
                .containsExactly("requested", "waitlisted", "cancelled by organiser");
    }

    @Test
    void notesWhatOnlyOrganisersRead() {
        var ana = somebody();
        var id = register(ana, "Ana", office.aSession(3));

        put(organiser, id + "/note", "text", "Comes with a wheelchair").expectStatus().isOk();
        put(organiser, id + "/note", "text", "Comes with a wheelchair").expectStatus().isOk();
        assertThat(look(id).path("note").asString()).isEqualTo("Comes with a wheelchair");
        put(organiser, id + "/note", "text", "").expectStatus().isOk();

        assertThat(look(id).has("note")).isFalse();
        assertThat(history(look(id)))
                .containsExactly(
                        "requested",
                        "confirmed",
                        "noted by organiser: Comes with a wheelchair",
                        "noted by organiser: ");
        assertThat(desk.get(ana, "/api/attendees/me/registrations").toString())
                .doesNotContain("wheelchair");
    }

    @Test
    void notesOnceWhatIsSentAtOnce() {
        var id = register(somebody(), "Ana", office.aSession(3));

        IntStream.range(0, 8)
                .parallel()
                .forEach(_ -> put(organiser, id + "/note", "text", "Late").expectStatus().isOk());

        assertThat(history(look(id)))
                .containsExactly("requested", "confirmed", "noted by organiser: Late");
    }

    @Test
    void tellsTheLatestHundredNotesWhateverWasNoted() {
        var id = register(somebody(), "Ana", office.aSession(3));
        put(organiser, id + "/name", "name", "Ana Quispe").expectStatus().isOk();
        note(id, 120);

        var notes = history(look(id)).stream().filter(act -> act.startsWith("noted")).toList();

        assertThat(notes)
                .hasSize(100)
                .startsWith("noted by organiser: 21")
                .endsWith("noted by organiser: 120");
        assertThat(look(id).path("note").asString()).isEqualTo("120");
        assertThat(history(look(id))).contains("renamed by organiser: Ana");
    }

    @Test
    void keepsTheLatestHundredNotes() {
        var id = register(somebody(), "Ana", office.aSession(3));
        var other = register(somebody(), "Ben", office.aSession(3));
        note(id, 120);
        note(other, 1);

        put(organiser, id + "/name", "name", "Ana Quispe").expectStatus().isOk();
        assertThat(kept(id)).isEqualTo(101);
        put(organiser, id + "/note", "text", "Late").expectStatus().isOk();
        assertThat(kept(id)).isEqualTo(101);
        assertThat(kept(other)).isEqualTo(1);
    }

    private long kept(String id) {
        return Office.result(
                office.database
                        .sql("select count(*) from registration_acts where registration_id = :id")
                        .bind("id", UUID.fromString(id))
                        .mapValue(Long.class)
                        .one());
    }

    private void note(String id, int times) {
        Office.await(
                office.database
                        .sql(
                                """
                                insert into registration_acts
                                    (id, registration_id, at, organiser_id, what, text)
                                select gen_random_uuid(), :id, :from + make_interval(secs => n),
                                    gen_random_uuid(), 'noted', n::text
                                from generate_series(1, :times) n
                                """)
                        .bind("id", UUID.fromString(id))
                        .bind("from", office.clock.instant())
                        .bind("times", times)
                        .then());
    }

    @Test
    void correctsTheNameOfWhoeverConfirmedTheirAddress() {
        var ana = somebody();
        var id = register(ana, "Anna", office.aSession(3));

        put(organiser, id + "/name", "name", "Ana Quispe").expectStatus().isOk();

        assertThat(look(id).at("/attendee/name").asString()).isEqualTo("Ana Quispe");
        assertThat(history(look(id))).last().isEqualTo("renamed by organiser: Anna");
        assertThat(desk.get(ana, "/api/attendees/me").path("name").asString())
                .isEqualTo("Ana Quispe");
    }

    @Test
    void correctsNoNameThatACodeIsStillToConfirm() {
        var session = office.aSession(3);
        desk.ask(People.strangersAddress(), "Ana", session);
        var id =
                desk.get(organiser, "/api/registrations?sessionId=" + session.value())
                        .at("/items/0/id")
                        .asString();

        assertThat(look(id).path("addressConfirmed").asBoolean()).isFalse();
        Desk.problem(
                put(organiser, id + "/name", "name", "Ana Quispe"), 409, "address-not-confirmed");
    }

    @Test
    void isForThoseWhoOrganiseItsProgramme() {
        var ana = somebody();
        var id = register(ana, "Ana", office.aSession(3));
        var ben = somebody();

        Desk.problem(send(ana, HttpMethod.GET, id, Map.of()), 403, "forbidden");
        Desk.problem(put(ana, id + "/note", "text", "x"), 403, "forbidden");
        Desk.problem(put(ana, id + "/name", "name", "x"), 403, "forbidden");
        Desk.problem(post(ana, id + "/promotion"), 403, "forbidden");
        Desk.problem(post(ben, id + "/cancellation"), 404, "not-found");
        Desk.problem(
                send(organiser, HttpMethod.GET, UUID.randomUUID().toString(), Map.of()),
                404,
                "not-found");
    }

    @Test
    void saysWhatIsWrongWithANoteAndAName() {
        var id = register(somebody(), "Ana", office.aSession(3));

        var note =
                Desk.problem(
                        put(organiser, id + "/note", "text", "a\u0000"), 400, "invalid-request");
        var name = Desk.problem(put(organiser, id + "/name", "name", " "), 400, "invalid-request");

        assertThat(note.at("/errors/0/field").asString()).isEqualTo("text");
        assertThat(name.at("/errors/0/code").asString()).isEqualTo("required");
    }
}
