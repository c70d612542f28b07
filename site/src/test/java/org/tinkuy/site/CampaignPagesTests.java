package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.HEADING_TO_PERUMIN;

import java.util.Collections;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SiteTest
class CampaignPagesTests {

    private static final String CAMPAIGN = "0195a1c0-0000-7000-8000-0000000000c1";
    private static final String API = "/api/campaigns/" + CAMPAIGN;
    private static final String PAGE = "/organiser/campaigns/" + CAMPAIGN;

    private static final String DRAFT =
            String.format(
                    Locale.ROOT,
                    """
                    {"id":"%s","programmeId":"%s","state":"draft",
                     "subject":{"es":"Novedades <b>","en":"News"},
                     "text":{"es":"Hola {{name}}","en":"Hello </textarea>"},
                     "rate":20,"createdAt":"2026-11-22T13:00:00Z","audience":%%d}
                    """,
                    CAMPAIGN,
                    HEADING_TO_PERUMIN);

    private static final String UNDERWAY =
            """
            {"id":"%s","programmeId":"%s","state":"%%s",
             "subject":{"es":"Novedades"},"text":{"es":"Hola"},
             "rate":20,"createdAt":"2026-11-22T13:00:00Z","startedAt":"2026-11-22T14:00:00Z",
             "progress":{"recipients":4321,"queued":321,"sent":3990,"failed":6,"unknown":1,
                         "expired":3,"perSecond":19.8}}
            """
                    .formatted(CAMPAIGN, HEADING_TO_PERUMIN);

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void upstreamIsQuiet() {
        services.reset();
    }

    private Browser editor(String... roles) {
        return new Browser(port).speaking("en").signedIn(Tokens.organiser(roles));
    }

    private Browser editor() {
        return editor("editor:" + HEADING_TO_PERUMIN);
    }

    @Test
    void listsIssuesWithTheirStates() {
        services.answers(
                "GET /api/campaigns",
                200,
                "{\"items\":["
                        + DRAFT.formatted(12)
                        + ","
                        + UNDERWAY.formatted("sending")
                        + "],\"next\":\"n1\"}");

        var page = editor().open("/organiser/campaigns");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html())
                .contains("Newsletter PERUMIN 35", ">News<", "<span lang=\"es\">Novedades</span>")
                .contains(">Draft<", ">Being sent<", ">4321<", ">3990<", "after=n1")
                .contains("/organiser/campaigns/new?programme=" + HEADING_TO_PERUMIN)
                .doesNotContain("??");
    }

    /// A page has up to a hundred issues, and a service reads texts of 64 kilobytes.
    @Test
    void listsIssuesWhoseTextsAreLong() {
        var long64 = DRAFT.formatted(12).replace("Hello", "Hello ".repeat(10_000));
        services.answers(
                "GET /api/campaigns",
                200,
                "{\"items\":[" + String.join(",", Collections.nCopies(100, long64)) + "]}");

        var page = editor().open("/organiser/campaigns");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).contains(">News<");
    }

    @Test
    void saysThatAnAnswerIsTooMuchForAPage() {
        services.answers(
                "GET /api/campaigns", 200, "{\"items\":[\"" + "x".repeat(65 << 20) + "\"]}");

        var page = editor().open("/organiser/campaigns");

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.html()).contains("This is too much for one page");
        assertThat(page.header("refresh")).isNull();
    }

    @Test
    void listsASubjectAsItsReadersGetIt() {
        services.answers(
                "GET /api/campaigns",
                200,
                "{\"items\":["
                        + DRAFT.formatted(12).replace("\"News\"", "\"News of {{programme}}\"")
                        + "]}");
        services.answers(
                "POST " + API + "/preview",
                200,
                """
                {"languages":[{"language":"en","subject":"News of PERUMIN","preheader":"",
                               "html":"","text":""}]}
                """);

        assertThat(editor().open("/organiser/campaigns").html())
                .contains(">News of PERUMIN<")
                .doesNotContain("{{");
    }

    @Test
    void savesADraftInTheLanguagesThatWereWritten() {
        services.answers("POST /api/campaigns", 201, DRAFT.formatted(12));
        services.answers("GET " + API, 200, DRAFT.formatted(12));
        var editor = editor();

        var page =
                editor.follow(
                        editor.post(
                                "/organiser/campaigns",
                                "programme",
                                HEADING_TO_PERUMIN.toString(),
                                "subject-es",
                                "Novedades",
                                "text-es",
                                "Hola {{name}}",
                                "preheader-es",
                                "Fechas y sedes",
                                "replyTo",
                                " equipo@example.org ",
                                "rate",
                                "50"));

        assertThat(page.html()).contains("The draft is saved.");
        assertThat(services.requests("POST /api/campaigns").getFirst().body())
                .contains(
                        "\"programmeId\":\"" + HEADING_TO_PERUMIN + "\"",
                        "\"es\":\"Novedades\"",
                        "\"es\":\"Hola {{name}}\"",
                        "\"es\":\"Fechas y sedes\"",
                        "\"replyTo\":\"equipo@example.org\"",
                        "\"rate\":50");
    }

    @Test
    void pagesOfADraftAreCalledAfterIt() {
        services.answers("GET " + API, 200, DRAFT.formatted(12));

        assertThat(editor().open(PAGE).html()).contains("<title>Draft: News · Tinkuy</title>");
        assertThat(editor().open(PAGE + "/edit").html())
                .contains("<title>Change the draft: News · Tinkuy</title>")
                .contains("<h1>Change the draft: <span>News</span></h1>")
                .doesNotContain("A new issue");
        assertThat(editor().open("/organiser/campaigns/new?programme=" + HEADING_TO_PERUMIN).html())
                .contains("<title>A new issue · Tinkuy</title>");
        assertThat(editor().open("/organiser/campaigns/new").html())
                .as("without a programme, that of the first newsletter")
                .contains("<title>A new issue · Tinkuy</title>", "Newsletter PERUMIN 35");
    }

    @Test
    void saysBesideEachFieldWhatIsWrongAndKeepsWhatWasTyped() {
        services.answers(
                "POST /api/campaigns",
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request","errors":[
                  {"field":"subject.es","code":"unknown-variable","value":"{{nmae}}"},
                  {"field":"text.es","code":"html-not-closed","value":"<b>"},
                  {"field":"text.es","code":"something-newer"},
                  {"field":"rate","code":"out-of-range"}]}
                """);

        var page =
                editor().post(
                                "/organiser/campaigns",
                                "programme",
                                HEADING_TO_PERUMIN.toString(),
                                "subject-es",
                                "{{nmae}}",
                                "text-es",
                                "</textarea><b>",
                                "rate",
                                "fast");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html())
                .contains(
                        ">Español · Subject: There is no such variable: {{nmae}}</a>",
                        ">Español · Text in Markdown: This HTML tag is not properly closed:"
                                + " &lt;b&gt;</a>",
                        ">Español · Text in Markdown: This does not look right.</a>",
                        ">Messages per second: Write a number between 1 and 10000.</a>")
                .containsPattern(
                        Pattern.compile(
                                "id=\"text-es-fault\".*&lt;b&gt;.*does not look right",
                                Pattern.DOTALL))
                .contains("href=\"#text-es\"", "href=\"#rate\"")
                .contains("aria-describedby=\"text-es-fault variables\"")
                .contains("&lt;/textarea&gt;&lt;b&gt;</textarea>")
                .contains("value=\"fast\"")
                .doesNotContain("??");
        assertThat(services.requests("POST /api/campaigns").getFirst().body())
                .contains("\"rate\":0");
    }

    @Test
    void keepsWhatWasWrittenWhileTheServiceIsAway() {
        services.answers("POST /api/campaigns", 503, "{}");
        var page =
                editor().post(
                                "/organiser/campaigns",
                                "programme",
                                HEADING_TO_PERUMIN.toString(),
                                "text-qu",
                                "Allinllachu");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.html()).contains("Allinllachu", "Everything you entered is still here");
    }

    @Test
    void showsADraftInFramesThatRunNothing() {
        services.answers("GET " + API, 200, DRAFT.formatted(12));

        var page = editor().open(PAGE);

        assertThat(page.html())
                .contains("<iframe sandbox=\"allow-scripts\"")
                .contains("src=\"" + PAGE + "/preview/es\"", "src=\"" + PAGE + "/preview/en\"")
                .contains("title=\"Preview in Español\"")
                .contains("Novedades &lt;b&gt;");
        assertThat(page.header("Content-Security-Policy")).contains("frame-src 'self'");
    }

    /// `{{name}}` is nobody's name.
    @ParameterizedTest
    @ValueSource(strings = {"", "/send"})
    void tellsTheSubjectAsReadersGetIt(String page) {
        services.answers(
                "GET " + API, 200, DRAFT.formatted(12).replace("\"News\"", "\"News, {{name}}\""));
        services.answers(
                "POST " + API + "/preview",
                200,
                """
                {"languages":[{"language":"es","subject":"Novedades","preheader":"",
                               "html":"","text":""},
                              {"language":"en","subject":"News, Ana","preheader":"",
                               "html":"","text":""}]}
                """);

        assertThat(editor().open(PAGE + page).html())
                .contains("News, Ana")
                .doesNotContain("{{name}}");

        services.answers("POST " + API + "/preview", 503, "");
        assertThat(editor().open(PAGE + page).html()).contains("News, {{name}}");
    }

    @Test
    void tellsWhatStandsBesideTheSubjectAsReadersGetIt() {
        services.answers(
                "GET " + API,
                200,
                DRAFT.formatted(12)
                        .replace("\"rate\"", "\"preheader\":{\"en\":\"For {{name}}\"},\"rate\""));
        services.answers(
                "POST " + API + "/preview",
                200,
                """
                {"languages":[{"language":"es","subject":"Novedades","preheader":"",
                               "html":"","text":""},
                              {"language":"en","subject":"News","preheader":"For Ana",
                               "html":"","text":""}]}
                """);

        assertThat(editor().open(PAGE).html()).contains(">For Ana<").doesNotContain("{{name}}");

        services.answers("POST " + API + "/preview", 503, "");
        assertThat(editor().open(PAGE).html()).contains(">For {{name}}<");
    }

    @Test
    void servesAPreviewThatRunsNothing() {
        services.answers(
                "POST " + API + "/preview",
                200,
                """
                {"languages":[{"language":"es","subject":"S","preheader":"",
                               "html":"<p>Hola</p>","text":"Hola"}]}
                """);

        var html = editor().open(PAGE + "/preview/es");
        var text = editor().open(PAGE + "/preview/es?as=text");

        assertThat(html.html()).isEqualTo("<p>Hola</p>");
        assertThat(html.header("Content-Security-Policy"))
                .contains("default-src 'none'", "sandbox", "form-action 'none'")
                .doesNotContain("script-src", "allow-same-origin");
        assertThat(html.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(html.header("Cache-Control")).isEqualTo("no-store");
        assertThat(text.header("Content-Type")).startsWith("text/plain");
        assertThat(editor().open(PAGE + "/preview/qu").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|Nobody has confirmed a subscription yet.",
                "1|It will go to 1 person.",
                "36000|It will go to 36,000 people."
            })
    void saysInWordsHowManyItGoesTo(int audience, String words) {
        services.answers("GET " + API, 200, DRAFT.formatted(audience));

        var page = editor().open(PAGE + "/send");

        assertThat(page.html()).contains(words);
        if (audience == 0) {
            assertThat(page.html()).doesNotContain("Yes, send it");
        } else {
            assertThat(page.html()).contains("Yes, send it", "20 messages per second: that takes");
        }
        if (audience == 36_000) {
            assertThat(page.html()).contains("about 30 minutes");
        }
    }

    @Test
    void sendsByTheButtonOnly() {
        services.answers("GET " + API, 200, DRAFT.formatted(12));
        services.answers("POST " + API + "/sending", 200, UNDERWAY.formatted("sending"));
        var editor = editor();
        editor.open(PAGE + "/send");
        assertThat(services.requests("POST " + API + "/sending")).isEmpty();

        assertThat(editor.post(PAGE + "/send").header("Location")).isEqualTo(PAGE);
        assertThat(services.requests("POST " + API + "/sending")).hasSize(1);
    }

    @Test
    void showsHowFarItIsAndRenewsItselfWhileItIsSent() {
        services.answers("GET " + API, 200, UNDERWAY.formatted("sending"));

        var page = editor().open(PAGE);

        assertThat(page.header("Refresh")).isEqualTo("5");
        assertThat(page.html())
                .contains("<b>3990</b> <span>sent</span>", "<b>321</b> <span>still to be sent")
                .contains("<b>19.8</b>", "max=\"4321\"", "value=\"4000\"")
                .contains(PAGE + "/pause", PAGE + "/cancel")
                .doesNotContain(PAGE + "/resume", "??");

        services.answers("GET " + API, 200, UNDERWAY.formatted("paused"));
        var paused = editor().open(PAGE);
        assertThat(paused.header("Refresh")).isNull();
        assertThat(paused.html()).contains(PAGE + "/resume").doesNotContain(PAGE + "/pause");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "pause", "resume", "cancel"})
    void passesEveryButtonOn(String act) {
        services.answers("POST " + API + "/" + act, 200, "{}");

        assertThat(editor().post(PAGE + "/" + act).status()).isEqualTo(303);

        assertThat(services.requests("POST " + API + "/" + act))
                .singleElement()
                .satisfies(request -> assertThat(request.token()).startsWith("Bearer "));
    }

    @Test
    void showsTheStateWhereSomethingIsNotPossibleAnyMore() {
        services.answers(
                "POST " + API + "/pause",
                409,
                "{\"type\":\"urn:tinkuy:problem:wrong-campaign-state\"}");

        assertThat(editor().post(PAGE + "/pause").header("Location")).isEqualTo(PAGE);
        assertThat(editor().post(PAGE + "/explode").status()).isEqualTo(404);
    }

    @Test
    void saysWhyItPausedByItself() {
        services.answers(
                "GET " + API,
                200,
                UNDERWAY.formatted("paused")
                        .replaceFirst(
                                "\"rate\"",
                                "\"pauseReason\":{\"refused\":7,\"judged\":9,"
                                        + "\"said\":\"550 relay <not> permitted\"},\"rate\""));

        var page = editor().open(PAGE);

        assertThat(page.html())
                .contains("refused 7 of the latest 9 copies", "550 relay &lt;not&gt; permitted")
                .contains(PAGE + "/resume")
                .doesNotContain("??");
    }

    @Test
    void letsOneReadAgainWhatWasSent() {
        services.answers("GET " + API, 200, UNDERWAY.formatted("finished"));

        var page = editor().open(PAGE);

        assertThat(page.html())
                .contains("src=\"" + PAGE + "/preview/es\"", PAGE + "/preview/es?as=text")
                .doesNotContain(PAGE + "/preview/en", "??");
        assertThat(page.header("Content-Security-Policy")).contains("frame-src 'self'");
    }

    @Test
    void makesADraftOfAnIssue() {
        services.answers("POST " + API + "/copy", 201, DRAFT.formatted(12));
        services.answers("GET " + API, 200, DRAFT.formatted(12));
        var editor = editor();

        assertThat(editor.follow(editor.post(PAGE + "/copy")).html())
                .contains("This is a new draft that says the same.");
    }

    @Test
    void asksBeforeItDeletesADraft() {
        services.answers("GET " + API, 200, DRAFT.formatted(12));
        services.answers("DELETE " + API, 204, "");
        var editor = editor();

        assertThat(editor.open(PAGE + "/delete").html()).contains("Delete this draft?");
        assertThat(services.requests("DELETE " + API)).isEmpty();
        assertThat(editor.post(PAGE + "/delete").header("Location"))
                .isEqualTo("/organiser/campaigns?done=deleted&programme=" + HEADING_TO_PERUMIN);
        assertThat(services.requests("DELETE " + API)).hasSize(1);

        services.answers("DELETE " + API, 409, "{}");
        assertThat(editor.post(PAGE + "/delete").header("Location")).isEqualTo(PAGE);
    }

    @Test
    void tellsWhoIsOnTheListAndTakesAddressesOffIt() {
        var list = "/api/newsletters/" + HEADING_TO_PERUMIN;
        services.answers("GET /api/campaigns", 200, "{\"items\":[]}");
        services.answers(
                "GET " + list + "/subscriptions/count",
                200,
                "{\"confirmed\":120,\"active\":117,\"suppressed\":3,\"pending\":2}");
        services.answers("POST " + list + "/removals", 200, "{\"removed\":true}");
        var editor = editor();

        assertThat(editor.open("/organiser/campaigns").html())
                .contains("<b>117</b> <span>get the newsletter", "<b>3</b> <span>are not mailed")
                .contains("<b>2</b> <span>have not confirmed yet");

        var removed = remove(editor, " Ana@example.org ");
        assertThat(removed.html()).contains("The address is off the list.").doesNotContain("Ana@");
        assertThat(services.requests("POST " + list + "/removals").getFirst().body())
                .isEqualTo("{\"address\":\"Ana@example.org\"}");
        services.answers("POST " + list + "/removals", 200, "{\"removed\":false}");
        assertThat(remove(editor, "x@example.org").html())
                .contains("That address is not on the list.");
        services.answers("POST " + list + "/removals", 400, "{}");
        assertThat(remove(editor, "x").html()).contains("That is not an e-mail address.");
    }

    private static Browser.Page remove(Browser editor, String address) {
        return editor.follow(
                editor.post(
                        "/organiser/campaigns/removals",
                        "programme",
                        HEADING_TO_PERUMIN.toString(),
                        "address",
                        address));
    }

    @Test
    void isForEditorsOnly() {
        assertThat(new Browser(port).open("/organiser/campaigns").status()).isEqualTo(303);
        var attendee = new Browser(port).signedIn(Tokens.attendee());
        assertThat(attendee.open("/organiser/campaigns").status()).isEqualTo(403);
        assertThat(editor().open("/organiser/campaigns?programme=heading-to-perumin").status())
                .isEqualTo(404);
        assertThat(
                        editor("editor:" + HEADING_TO_PERUMIN)
                                .open("/organiser/campaigns/new?programme=" + CAMPAIGN)
                                .status())
                .isEqualTo(404);
    }
}
