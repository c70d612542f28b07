package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;
import static org.tinkuy.site.Schedules.HEADING_TO_PERUMIN;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// One registration, as an organiser sees it.
@SiteTest
class RegistrationPageTests {

    private static final String ID = "0195a1c0-0000-7000-8000-0000000000b1";
    private static final String PAGE = "/organiser/registrations/" + ID;
    private static final String API = " /api/registrations/" + ID;

    @LocalServerPort int port;
    @Autowired StubServices registrations;

    @BeforeEach
    void somebodyWaits() {
        registrations.reset();
        stands("waitlisted", "\"position\":3,");
        registrations.answers(
                "GET /api/organisers",
                200,
                """
                [{"id":"0195a1c0-0000-7000-8000-0000000000c1","name":"Ana Flores","address":"a@example.org"}]
                """);
    }

    private void stands(String status, String more) {
        registrations.answers(
                "GET" + API,
                200,
                """
                {"id":"%s","sessionId":"%s","programmeId":"%s","status":"%s",%s"addressConfirmed":true,
                 "attendee":{"id":"x","name":"<i>Rosa</i>","address":"rosa@example.org","language":"es"},
                 "note":"By wheelchair",
                 "history":[{"at":"2026-11-22T13:00:00Z","what":"requested"},
                   {"at":"2026-11-23T13:00:00Z","what":"renamed",
                    "by":"0195a1c0-0000-7000-8000-0000000000c1","text":"Rosita"}]}
                """
                        .formatted(ID, FIRST_PLENARY, HEADING_TO_PERUMIN, status, more));
    }

    private Browser organiser() {
        return new Browser(port).speaking("en").signedIn(Tokens.organiser("owner:*"));
    }

    @Test
    void showsWhoItIsAndWhatHappened() {
        var page = organiser().open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.html())
                .contains("<h1>&lt;i&gt;Rosa&lt;/i&gt;</h1>")
                .contains("Waiting list (3)")
                .containsSubsequence("Asked for", "Ana Flores", "Name corrected; it was:", "Rosita")
                .contains("value=\"By wheelchair\"")
                .doesNotContain("??");
    }

    @Test
    void showsWhatWasMailedAndSendsAgainWhatFailed() {
        registrations.answers(
                "GET /api/deliveries",
                200,
                """
                {"items":[
                  {"id":"0195a1c0-0000-7000-8000-0000000000d1","kind":"registration-waitlisted",
                   "state":"failed","cause":"address-refused","reason":"550 no such user","createdAt":"2026-11-22T13:02:00Z","attempts":3,"retryable":true},
                  {"id":"0195a1c0-0000-7000-8000-0000000000d2","kind":"registration-confirmed",
                   "state":"sent","createdAt":"2026-11-22T13:01:00Z","attempts":1,"retryable":false}]}
                """);

        var html = organiser().open(PAGE).html();

        assertThat(html)
                .contains("550 no such user")
                .contains("/organiser/deliveries/0195a1c0-0000-7000-8000-0000000000d1/retry")
                .doesNotContain("/organiser/deliveries/0195a1c0-0000-7000-8000-0000000000d2/retry")
                .doesNotContain("??");
        assertThat(registrations.requests("GET /api/deliveries"))
                .singleElement()
                .satisfies(request -> assertThat(request.path()).contains("about=" + ID));
    }

    @Test
    void doesWithoutTheMailsWhereTheyAreNotTold() {
        registrations.answers("GET /api/deliveries", 500, "");

        assertThat(organiser().open(PAGE).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"waitlisted, true, true", "confirmed, false, true", "cancelled, false, false"})
    void offersWhatCanBeDone(String status, boolean promotion, boolean cancellation) {
        stands(status, "");

        var html = organiser().open(PAGE).html();

        assertThat(html.contains(PAGE + "/promotion")).isEqualTo(promotion);
        assertThat(html.contains(PAGE + "/cancellation")).isEqualTo(cancellation);
    }

    @Test
    void asksBeforeItCancels() {
        var question = organiser().open(PAGE + "/cancellation");

        assertThat(question.html())
                .contains("Cancel this registration?", "&lt;i&gt;Rosa&lt;/i&gt;", "Plenary 1")
                .contains("method=\"post\" action=\"" + PAGE + "/cancellation\"");
        assertThat(registrations.requests("POST" + API + "/cancellation")).isEmpty();
        assertThat(organiser().open(PAGE).html())
                .doesNotContain("action=\"" + PAGE + "/cancellation\"");
    }

    @ParameterizedTest
    @CsvSource({
        "cancellation, POST, x, The registration is cancelled.",
        "promotion, POST, x, This person has a seat.",
        "note, PUT, note, The note is kept.",
        "name, PUT, name, The name is corrected."
    })
    void doesItAndSaysSo(String what, String method, String field, String words) {
        registrations.answers(method + API + "/" + what, 200, "{}");
        var organiser = organiser();

        var answer = organiser.post(PAGE + "/" + what, field, " Rosa Q ");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(organiser.follow(answer).html()).contains(words);
        assertThat(registrations.requests(method + API + "/" + what))
                .singleElement()
                .satisfies(request -> {
                    if (method.equals("PUT")) {
                        assertThat(request.body()).contains(":\"Rosa Q\"");
                    }
                });
    }

    @ParameterizedTest
    @CsvSource({"note, a=b", "note, ''", "name, a=b", "note, note"})
    void changesNothingByAFormWithoutItsField(String what, String form) {
        var organiser = organiser();

        for (var type : List.of("application/x-www-form-urlencoded", "text/plain")) {
            var page = organiser.postBody(PAGE + "/" + what, type, form);

            assertThat(page.status()).isEqualTo(422);
            assertThat(page.html()).contains("This could not be accepted.");
        }
        assertThat(registrations.requests("PUT" + API + "/" + what)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "required | Write a name.",
                "too-long | This is too long.",
                "name-of-another | Somebody else with this address has this name."
            })
    void keepsTheNameThatWasTypedAndSaysWhatIsWrongWithIt(String code, String words) {
        registrations.answers(
                "PUT" + API + "/name",
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request","errors":[{"field":"name","code":"%s"}]}
                """
                        .formatted(code));

        var page = organiser().post(PAGE + "/name", "name", "Rosa as typed");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html())
                .contains(words)
                .contains("href=\"#name\"")
                .contains("value=\"Rosa as typed\"")
                .contains("<title>Error: Registration · Tinkuy</title>");
    }

    @ParameterizedTest
    @CsvSource({
        "promotion, POST, That person no longer waits",
        "name, PUT, is not confirmed under this name"
    })
    void saysWhatCannotBeDoneAnyMore(String what, String method, String words) {
        registrations.answers(
                method + API + "/" + what, 409, "{\"type\":\"urn:tinkuy:problem:any\"}");

        var page = organiser().post(PAGE + "/" + what, "name", "Rosa Q");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/organiser/registrations/x", PAGE})
    void isNoPageWhereThereIsNoSuchRegistration(String path) {
        registrations.answers("GET" + API, 404, "{\"type\":\"urn:tinkuy:problem:not-found\"}");

        assertThat(organiser().open(path).status()).isEqualTo(404);
    }

    @Test
    void isForThoseWhoOrganise() {
        var attendee = new Browser(port).speaking("en").signedIn(Tokens.organiser());

        assertThat(attendee.open(PAGE).status()).isEqualTo(403);
        assertThat(attendee.post(PAGE + "/note", "note", "x").status()).isEqualTo(403);
        assertThat(registrations.requests("GET" + API)).isEmpty();
    }
}
