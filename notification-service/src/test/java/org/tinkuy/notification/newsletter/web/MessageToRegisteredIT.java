package org.tinkuy.notification.newsletter.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.ScriptedMailServer;
import org.tinkuy.notification.newsletter.web.RegisteredCrowd.Person;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.Registrations;
import org.tinkuy.notification.people.Registrations.Holders;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.testing.Callers;
import tools.jackson.databind.JsonNode;

@RunningService
class MessageToRegisteredIT {

    private static final Map<String, String> SUBJECT =
            Map.of("es", "Cambia el aula, {{name}}", "en", "Another room, {{name}}");
    private static final Map<String, String> TEXT =
            Map.of("es", "Nos vemos en el **aula 2**.", "en", "We meet in **room 2**.");

    @Autowired WebTestClient http;
    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;
    @Autowired DatabaseClient database;
    @Autowired Registrations registrations;

    private Newsletters calls;
    private RegisteredCrowd crowd;
    private Person organiser;
    private String bearer;

    @BeforeEach
    void anEventWithTwoSessions() {
        calls = new Newsletters(http, others, server, database);
        crowd = new RegisteredCrowd(others, database);
        organiser = crowd.person("en");
        bearer = Callers.bearerOf(organiser.id(), "organiser:" + crowd.programme);
    }

    @Test
    void reachesEachPersonOnceInTheirLanguageWhateverNumberOfSessions() {
        var both = crowd.person("en");
        crowd.confirmed(both, crowd.first);
        crowd.confirmed(both, crowd.second);
        var one = crowd.person("es");
        var seat = crowd.confirmed(one, crowd.first);
        var waiting = crowd.person("en");
        crowd.waiting(waiting, crowd.second);
        var gone = crowd.person("en");
        crowd.cancelled(crowd.confirmed(gone, crowd.first));

        var message = written(Map.of("eventId", RegisteredCrowd.EVENT));
        assertThat(message.get("audience").asLong()).isEqualTo(2);
        var id = id(message);
        act(id, "sending");
        var twice = act(id, "sending");
        awaitFinished(id);

        assertThat(twice.get("sentBy").get("address").asString()).isEqualTo(organiser.address());
        assertThat(mails(both)).isEqualTo(1);
        assertThat(mails(one)).isEqualTo(1);
        assertThat(mails(waiting)).isZero();
        assertThat(mails(gone)).isZero();
        var english = mail(both);
        assertThat(Newsletters.header(english, "Subject")).isEqualTo("Another room, Guest of en");
        assertThat(Newsletters.text(english))
                .contains(
                        "We meet in room 2.",
                        "because you are registered for Mining and Development in Apurímac.",
                        "cancel your registration: https://tinkuy.example.org/registrations")
                .doesNotContain("/cancellation", "unsubscribe");
        var spanish = mail(one);
        assertThat(Newsletters.header(spanish, "Subject")).isEqualTo("Cambia el aula, Guest of es");
        assertThat(Newsletters.html(spanish))
                .contains("<strong>aula 2</strong>", "porque tienes una inscripción")
                .contains(
                        "https://tinkuy.example.org/registrations/"
                                + seat.registration()
                                + "/cancellation");
        var progress = campaign(id).get("progress");
        assertThat(progress.get("recipients").asLong()).isEqualTo(2);
        assertThat(progress.get("sent").asLong()).isEqualTo(2);
    }

    @Test
    void isNoListToMailProgramsAndSaysWhereAnswersGo() {
        var person = crowd.person("en");
        crowd.confirmed(person, crowd.first);
        var id = id(written(Map.of("sessionId", crowd.first, "waiting", true)));
        act(id, "sending");
        awaitFinished(id);
        var mail = mail(person);

        for (var header : List.of("List-Id", "List-Unsubscribe", "List-Unsubscribe-Post")) {
            assertThat(Newsletters.header(mail, header)).isEmpty();
        }
        assertThat(Newsletters.header(mail, "Reply-To")).isEqualTo("team@example.org");
        assertThat(Newsletters.text(mail))
                .contains("because you are registered, or on the waiting list, for Plenary ");
    }

    @Test
    void reachesThoseOnTheWaitingListWhereThatIsAskedFor() {
        var waiting = crowd.person("en");
        crowd.waiting(waiting, crowd.first);
        var id = id(written(Map.of("sessionId", crowd.first, "waiting", true)));
        assertThat(campaign(id).get("audience").asLong()).isEqualTo(1);
        act(id, "sending");
        awaitFinished(id);

        assertThat(mails(waiting)).isEqualTo(1);
    }

    @Test
    void leavesOutWhoCancelsWhileItIsBeingSent() {
        var seats = new HashMap<UUID, RegisteredCrowd.Held>();
        for (var i = 0; i < 4; i++) {
            var person = crowd.person("en");
            seats.put(person.id(), crowd.confirmed(person, crowd.first));
        }
        var id = id(written(Map.of("sessionId", crowd.first), 1));
        act(id, "sending");
        await().atMost(Newsletters.PATIENCE)
                .until(() -> campaign(id).get("progress").get("sent").asLong() >= 1);
        act(id, "pause");
        var held =
                calls.texts(
                        "select cast(recipient_id as text) from all_deliveries"
                                + " where about[1] = $1 and state = 'paused'",
                        id);
        assertThat(held).isNotEmpty();
        var leaving = requireNonNull(seats.get(UUID.fromString(held.getFirst())));
        crowd.cancelled(leaving);
        act(id, "resume");
        awaitFinished(id);

        assertThat(mailsAbout("Another room", leaving.by())).isZero();
        var progress = campaign(id).get("progress");
        assertThat(progress.get("sent").asLong()).isEqualTo(3);
        assertThat(progress.get("expired").asLong()).isEqualTo(1);
    }

    @Test
    void countsWhoWasRegisteredByThenOnce() {
        var start = Instant.parse("2026-11-30T12:00:00Z");
        var early = crowd.person("en");
        crowd.registered(early, crowd.first, "confirmed", start.minusSeconds(60));
        crowd.registered(early, crowd.second, "confirmed", start.minusSeconds(50));
        var late = crowd.person("en");
        crowd.registered(late, crowd.first, "confirmed", start.plusSeconds(60));
        var promoted = crowd.person("en");
        var place = crowd.registered(promoted, crowd.second, "waitlisted", start.minusSeconds(40));
        crowd.promoted(place, start.plusSeconds(10));

        assertThat(holders(false, start)).containsExactly(early.id());
        assertThat(holders(true, start)).containsExactlyInAnyOrder(early.id(), promoted.id());
        assertThat(holders(false, start.plusSeconds(90)))
                .containsExactlyInAnyOrder(early.id(), promoted.id(), late.id());
        var count =
                registrations
                        .count(of(true, start.plusSeconds(90)), Set.of(promoted.address()))
                        .block();
        assertThat(count).isEqualTo(2);
    }

    @Test
    void pagesThroughPeopleInOrder() {
        for (var i = 0; i < 5; i++) {
            var person = crowd.person("en");
            crowd.confirmed(person, crowd.first);
            crowd.confirmed(person, crowd.second);
        }
        var all = holders(false, Instant.parse("2200-01-01T00:00:00Z"));
        var whom = of(false, Instant.parse("2200-01-01T00:00:00Z"));
        var first = registrations.page(whom, null, 2).blockOptional().orElseThrow();
        var rest = registrations.page(whom, first.getLast(), 10).blockOptional().orElseThrow();

        assertThat(all).hasSize(5).doesNotHaveDuplicates();
        assertThat(first).extracting(RecipientId::value).isEqualTo(all.subList(0, 2));
        assertThat(rest).extracting(RecipientId::value).isEqualTo(all.subList(2, 5));
    }

    private List<UUID> holders(boolean waitingToo, Instant by) {
        return registrations
                .page(of(waitingToo, by), null, 10)
                .blockOptional()
                .orElseThrow()
                .stream()
                .map(RecipientId::value)
                .toList();
    }

    private Holders of(boolean waitingToo, Instant by) {
        return new Holders(
                List.of(new SessionId(crowd.first), new SessionId(crowd.second)), waitingToo, by);
    }

    @Test
    void isTriedOnItsAuthorAlone() {
        var person = crowd.person("en");
        crowd.confirmed(person, crowd.first);
        var id = id(written(Map.of("sessionId", crowd.first)));
        calls.call(HttpMethod.POST, path(id) + "/test", bearer, null, 202);
        await().atMost(Newsletters.PATIENCE).until(() -> mails(organiser) == 2);

        assertThat(server.received(organiser.address()))
                .extracting(mail -> mail.message().getSubject())
                .containsExactlyInAnyOrder(
                        "[Test] Another room, Guest of en", "[Prueba] Cambia el aula, Guest of en");
        assertThat(mailsAbout("Another room", person)).isZero();
        assertThat(campaign(id).get("state").asString()).isEqualTo("draft");
    }

    @Test
    void isShownAsItWillArrive() {
        var id = id(written(Map.of("eventId", RegisteredCrowd.EVENT)));
        var shown = calls.call(HttpMethod.POST, path(id) + "/preview", bearer, null, 200);
        assertThat(shown.get("languages").get(0).get("text").asString())
                .contains("Nos vemos en el aula 2.", "porque tienes una inscripción para ");
    }

    @Test
    void isNotForThoseWhoOnlyWriteTheNewsletter() {
        var editor = Callers.bearer("editor:" + crowd.programme);
        Map<String, Object> whom = Map.of("sessionId", crowd.first);
        assertThat(
                        calls.call(HttpMethod.POST, "/api/campaigns", editor, body(whom, 20), 403)
                                .get("type")
                                .asString())
                .isEqualTo("urn:tinkuy:problem:forbidden");
        var id = id(written(whom));
        calls.call(HttpMethod.GET, path(id), editor, null, 404);
        calls.call(HttpMethod.POST, path(id) + "/sending", editor, null, 404);
        calls.call(HttpMethod.POST, path(id) + "/copy", editor, null, 404);
        var list = "/api/campaigns?programmeId=" + crowd.programme;
        var issue = calls.call(HttpMethod.POST, "/api/campaigns", editor, body(null, 20), 201);

        assertThat(ids(list, editor)).containsExactly(id(issue));
        assertThat(ids(list, bearer)).containsExactly(id(issue), id);
        assertThat(ids(list + "&to=registered", bearer)).containsExactly(id);
        assertThat(ids(list + "&to=registered", editor)).isEmpty();
        assertThat(ids(list + "&to=subscribers", bearer)).containsExactly(id(issue));
        calls.call(HttpMethod.GET, list + "&to=all", bearer, null, 400);
    }

    @Test
    void isAboutSomethingThatTheProgrammeHasPublished() {
        var elsewhere = new RegisteredCrowd(others, database);
        refused(Map.of("sessionId", elsewhere.first), "registered.sessionId", "unknown-session");
        refused(Map.of("eventId", UUID.randomUUID()), "registered.eventId", "unknown-event");
        refused(Map.of("waiting", true), "registered.sessionId", "required");
    }

    private void refused(Map<String, Object> whom, String field, String code) {
        var problem = calls.call(HttpMethod.POST, "/api/campaigns", bearer, body(whom, 20), 400);
        assertThat(problem.get("errors"))
                .extracting(
                        error -> error.get("field").asString(),
                        error -> error.get("code").asString())
                .containsExactly(tuple(field, code));
    }

    @Test
    void staysAMessageAndMayGoToOthers() {
        var id = id(written(Map.of("sessionId", crowd.first)));
        var other = body(Map.of("sessionId", crowd.second, "waiting", true), 20);
        var rewritten = calls.call(HttpMethod.PUT, path(id), bearer, other, 200);
        assertThat(rewritten.get("registered").get("sessionId").asString())
                .isEqualTo(crowd.second.toString());
        calls.call(HttpMethod.PUT, path(id), bearer, body(null, 20), 400);
        var issue = calls.call(HttpMethod.POST, "/api/campaigns", bearer, body(null, 20), 201);
        calls.call(HttpMethod.PUT, path(id(issue)), bearer, other, 400);
    }

    @Test
    void isNotSentMoreThanThreeTimesADayAboutTheSame() {
        for (var sent = 0; sent < 3; sent++) {
            act(id(written(Map.of("sessionId", crowd.first))), "sending");
        }
        var fourth = id(written(Map.of("sessionId", crowd.first)));
        var problem = calls.call(HttpMethod.POST, path(fourth) + "/sending", bearer, null, 409);
        assertThat(problem.get("type").asString())
                .isEqualTo("urn:tinkuy:problem:too-many-messages");
        assertThat(campaign(fourth).get("state").asString()).isEqualTo("draft");
        act(id(written(Map.of("sessionId", crowd.second))), "sending");
    }

    private JsonNode written(Map<String, Object> whom) {
        return written(whom, 1000);
    }

    private JsonNode written(Map<String, Object> whom, int rate) {
        return calls.call(HttpMethod.POST, "/api/campaigns", bearer, body(whom, rate), 201);
    }

    private Map<String, Object> body(@Nullable Map<String, ?> whom, int rate) {
        var body = new HashMap<String, Object>();
        body.put("programmeId", crowd.programme);
        body.put("subject", SUBJECT);
        body.put("text", TEXT);
        body.put("rate", rate);
        body.put("replyTo", "team@example.org");
        if (whom != null) {
            body.put("registered", whom);
        }
        return body;
    }

    private List<UUID> ids(String path, String bearer) {
        return calls.call(HttpMethod.GET, path, bearer, null, 200).get("items").values().stream()
                .map(MessageToRegisteredIT::id)
                .toList();
    }

    private static UUID id(JsonNode campaign) {
        return UUID.fromString(campaign.get("id").asString());
    }

    private static String path(UUID campaign) {
        return "/api/campaigns/" + campaign;
    }

    private JsonNode act(UUID campaign, String act) {
        return calls.call(HttpMethod.POST, path(campaign) + "/" + act, bearer, null, 200);
    }

    private JsonNode campaign(UUID campaign) {
        return calls.call(HttpMethod.GET, path(campaign), bearer, null, 200);
    }

    private void awaitFinished(UUID campaign) {
        await().atMost(Newsletters.PATIENCE)
                .until(() -> campaign(campaign).get("state").asString().equals("finished"));
    }

    /// Those that are no notices of the registration itself.
    private long mails(Person person) {
        return mailsAbout("nother room", person) + mailsAbout("ambia el aula", person);
    }

    private long mailsAbout(String subject, Person person) {
        return server.received(person.address()).stream()
                .filter(mail -> subject(mail).contains(subject))
                .count();
    }

    private MimeMessage mail(Person person) {
        return server.received(person.address()).stream()
                .filter(mail -> subject(mail).matches(".*(nother room|ambia el aula).*"))
                .findFirst()
                .orElseThrow()
                .message();
    }

    private static String subject(ScriptedMailServer.Received mail) {
        return Newsletters.header(mail.message(), "Subject");
    }
}
