package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;
import static org.tinkuy.site.Schedules.HEADING_TO_PERUMIN;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Messages to whoever is registered.
@SiteTest
class MessagePagesTests {

    private static final String MESSAGE = "0195a1c0-0000-7000-8000-0000000000c2";
    private static final String API = "/api/campaigns/" + MESSAGE;
    private static final String PAGE = "/organiser/campaigns/" + MESSAGE;
    private static final String NEW =
            "/organiser/messages/new?programme=" + HEADING_TO_PERUMIN + "&session=" + FIRST_PLENARY;

    private static final String DRAFT =
            """
            {"id":"%s","programmeId":"%s","state":"draft",
             "subject":{"en":"Another room"},"text":{"en":"Room 2"},"rate":20,
             "createdAt":"2026-11-22T13:00:00Z","audience":12,
             "registered":{"sessionId":"%s","waiting":true}}
            """
                    .formatted(MESSAGE, HEADING_TO_PERUMIN, FIRST_PLENARY);

    private static final String SENT =
            """
            {"id":"%s","programmeId":"%s","state":"finished",
             "subject":{"en":"Another room"},"text":{"en":"Room 2"},"rate":20,
             "createdAt":"2026-11-22T13:00:00Z","startedAt":"2026-11-22T14:00:00Z",
             "sentBy":{"id":"%1$s","name":"Luz Huamán","address":"luz@example.org"},
             "registered":{"sessionId":"%s","waiting":false},
             "progress":{"recipients":4321,"queued":0,"sent":4310,"failed":6,"unknown":1,
                         "expired":4,"perSecond":0.0}}
            """
                    .formatted(MESSAGE, HEADING_TO_PERUMIN, FIRST_PLENARY);

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void upstreamIsQuiet() {
        services.reset();
    }

    private Browser organiser() {
        return as("organiser:" + HEADING_TO_PERUMIN);
    }

    private Browser as(String role) {
        return new Browser(port).speaking("en").signedIn(Tokens.organiser(role));
    }

    @Test
    void listsWhatWasSentToWhomByWhomAndWithWhatCameOfIt() {
        services.answers("GET /api/campaigns", 200, "{\"items\":[" + DRAFT + "," + SENT + "]}");

        var page = organiser().open("/organiser/messages");

        assertThat(page.html())
                .contains("<h1>Messages to those registered</h1>", ">Another room<", ">Draft<")
                .contains(">Sent<", ">4321<", ">4310<", "Luz Huamán", "waiting list too")
                .contains("/organiser/messages/new?programme=" + HEADING_TO_PERUMIN)
                .doesNotContain("??");
        assertThat(services.requests("GET /api/campaigns").getFirst().path())
                .contains("to=registered");
    }

    @Test
    void beginsWithWhatTheListOfRegistrationsShows() {
        var page = organiser().open(NEW);

        assertThat(page.html())
                .contains("<title>A new message · Tinkuy</title>")
                .containsPattern(
                        "<option value=\"session:" + FIRST_PLENARY + "\" selected=\"selected\"")
                .contains("{{name}}", "{{programme}}", "{{address}}")
                .doesNotContain("{{unsubscribe}}", "{{newsletter}}", "??");
    }

    @Test
    void savesWhomItIsFor() {
        services.answers("POST /api/campaigns", 201, DRAFT);
        services.answers("GET " + API, 200, DRAFT);
        var organiser = organiser();

        var page =
                organiser.follow(
                        organiser.post(
                                "/organiser/messages",
                                "programme",
                                HEADING_TO_PERUMIN.toString(),
                                "whom",
                                "session:" + FIRST_PLENARY,
                                "waiting",
                                "yes",
                                "subject-en",
                                "Another room",
                                "text-en",
                                "Room 2"));

        assertThat(page.html())
                .contains("The draft is saved.", "It will go to 12 people.", "waiting list too");
        assertThat(services.requests("POST /api/campaigns").getFirst().body())
                .contains("\"sessionId\":\"" + FIRST_PLENARY + "\"", "\"waiting\":true");
    }

    @Test
    void keepsWhatWasChosenWhereSomethingIsWrong() {
        services.answers(
                "POST /api/campaigns",
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request","errors":[
                  {"field":"registered.sessionId","code":"unknown-session"}]}
                """);

        var page =
                organiser()
                        .post(
                                "/organiser/messages",
                                "programme",
                                HEADING_TO_PERUMIN.toString(),
                                "whom",
                                "session:" + FIRST_PLENARY,
                                "waiting",
                                "yes",
                                "text-en",
                                "Room 2");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html())
                .contains("href=\"#whom\"", "id=\"whom-fault\"", "Room 2")
                .containsPattern("id=\"waiting\"[^>]*checked")
                .containsPattern(
                        "<option value=\"session:" + FIRST_PLENARY + "\" selected=\"selected\"")
                .doesNotContain("??");
    }

    @Test
    void asksBeforeItIsSentAndSaysWhyItWasNot() {
        services.answers("GET " + API, 200, DRAFT);
        services.answers(
                "POST " + API + "/sending",
                409,
                "{\"type\":\"urn:tinkuy:problem:too-many-messages\"}");
        var organiser = organiser();

        assertThat(organiser.open(PAGE + "/send").html())
                .contains("Send this message?", "It will go to 12 people.", "waiting list too");
        assertThat(organiser.follow(organiser.post(PAGE + "/send")).html())
                .contains("This message was not sent.");
    }

    @Test
    void tellsWhoSentItAndLeadsToEveryMail() {
        services.answers("GET " + API, 200, SENT);

        assertThat(organiser().open(PAGE).html())
                .contains("Luz Huamán", "kind=message-to-registered", "Use it for a new message")
                .doesNotContain("Newsletter PERUMIN 35", "??");
    }

    @Test
    void goesBackToMessagesWhenADraftIsDeleted() {
        services.answers("GET " + API, 200, DRAFT);
        services.answers("DELETE " + API, 204, "");

        assertThat(organiser().post(PAGE + "/delete").header("Location"))
                .startsWith("/organiser/messages?done=deleted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organiser/messages", "/organiser/messages/new"})
    void isForOrganisersAlone(String path) {
        assertThat(as("editor:" + HEADING_TO_PERUMIN).open(path).status()).isEqualTo(403);
        assertThat(new Browser(port).open(path).status()).isEqualTo(303);
    }
}
