package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Drafted.API;
import static org.tinkuy.site.Drafted.DESK;
import static org.tinkuy.site.Drafted.EVENT;
import static org.tinkuy.site.Drafted.FIRST;
import static org.tinkuy.site.Drafted.PROGRAMME;
import static org.tinkuy.site.Drafted.SECOND;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SiteTest
class DeskPagesTests {

    private static final String LIST = "/organiser/desk";
    private static final String NEW = "/organiser/desk/new";

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void aProgrammeIsDrafted() {
        Drafted.told(services);
        services.answers(
                "GET /api/drafts",
                200,
                """
                [{"id":"%s","slug":"a","title":{"es":"Rumbo <a> PERUMIN"},"version":3,"published":false},
                 {"id":"%s","slug":"b","title":{"en":"Workshops"},"version":1,"published":true}]
                """
                        .formatted(PROGRAMME, UUID.randomUUID()));
    }

    private Browser organiser(String... roles) {
        return new Browser(port).speaking("en").signedIn(Tokens.organiser(roles));
    }

    @Test
    void listsTheProgrammesThatSomebodyOrganises() {
        var page = organiser("owner:*").open(LIST);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.html())
                .contains("href=\"" + DESK + "\"")
                .contains("lang=\"es\">Rumbo &lt;a&gt; PERUMIN</span>")
                .contains(">Only its organisers see it</span>", ">Published</span>")
                .contains("href=\"" + NEW + "\"")
                .contains("<a href=\"/organiser/desk\" aria-current=\"page\">")
                .doesNotContain("??");
        assertThat(services.requests("GET /api/drafts").getFirst().token()).startsWith("Bearer ");
    }

    @Test
    void saysThatThereIsNoProgrammeYet() {
        services.answers("GET /api/drafts", 200, "[]");

        assertThat(organiser("owner:*").open(LIST).html()).contains("There is no programme yet.");
    }

    @Test
    void letsOnlyTheOrganisationsOwnerBeginAProgramme() {
        var organiser = organiser("organiser:" + PROGRAMME);

        assertThat(organiser.open(LIST).html()).doesNotContain(NEW);
        assertThat(organiser.open(NEW).status()).isEqualTo(403);
        assertThat(organiser.post(NEW, "title", "Mine").status()).isEqualTo(403);
    }

    @Test
    void showsWhatIsMissingInTheOrderOfImportanceEachWithItsField() {
        var html = organiser("owner:*").open(DESK).html();

        assertThat(html)
                .containsSubsequence(
                        "href=\"" + DESK + "/sessions/" + SECOND + "#date\">Give a date</a>",
                        "href=\"" + DESK + "/sessions/" + SECOND + "#place\">Say where it is</a>",
                        "href=\""
                                + DESK
                                + "/sessions/"
                                + FIRST
                                + "#title-en\">"
                                + "Write the title in English</a>")
                .doesNotContain("Say who organises it", "Add a first session", "#title-fr")
                .doesNotContain("??");
    }

    @Test
    void asksForAFirstSessionBeforeAllElse() {
        services.answers("GET " + API + "/sessions", 200, "[]");
        services.answers("GET " + API, 200, Drafted.PROGRAMME_DRAFT.replace("[\"IIMP\"]", "[]"));

        assertThat(organiser("owner:*").open(DESK).html())
                .containsSubsequence(
                        "href=\"" + DESK + "/sessions/new\">Add a first session",
                        "href=\"" + DESK + "/programme#organisers\">Say who organises it",
                        "href=\""
                                + DESK
                                + "/sessions/new?event="
                                + EVENT
                                + "\">"
                                + "Add a session to this event")
                .contains("There is no session yet.");
    }

    @Test
    void showsOnlyTheMostImportantOfWhatIsMissing() {
        var session =
                "{\"id\":\"%s\",\"programmeId\":\"%s\",\"version\":1,\"kind\":\"hub\"}"
                        .formatted(SECOND, PROGRAMME);
        services.answers(
                "GET " + API + "/sessions",
                200,
                "[" + String.join(",", java.util.Collections.nCopies(20, session)) + "]");

        assertThat(organiser("owner:*").open(DESK).html())
                .contains("And 29 more.")
                .contains("Give a date")
                .doesNotContain("Say where it is");
    }

    @Test
    void listsSessionsByDayThoseWithoutOneFirst() {
        assertThat(organiser("owner:*").open(DESK).html())
                .containsSubsequence(
                        "<h2 id=\"sessions\"",
                        "href=\"" + DESK + "/sessions/" + SECOND + "\"",
                        "Date to be announced",
                        "href=\"" + DESK + "/sessions/" + FIRST + "\"",
                        "Wednesday, 26 May 2027, 18:00–\u206020:00");
    }

    @Test
    void listsAsManySessionsAsAProgrammeMayHave() {
        services.answers(
                "GET " + API + "/sessions",
                200,
                IntStream.range(0, 10_000)
                        .mapToObj(DeskPagesTests::aSessionInThreeLanguages)
                        .collect(Collectors.joining(",", "[", "]")));

        assertThat(organiser("owner:*").open(DESK).html())
                .contains("Session 0 on water", "Session 9999 on water");
    }

    private static String aSessionInThreeLanguages(int number) {
        return """
        {"id":"%s","programmeId":"%s","eventId":"%s","version":1,"kind":"workshop",
         "title":{"es":"Sesión %4$s sobre agua, comunidades y minería en los Andes",
         "en":"Session %4$s on water, communities and mining in the Andes",
         "fr":"Séance %4$s sur l'eau, les communautés et la mine dans les Andes"},
         "date":"2027-05-26","starts":"18:00:00","ends":"20:00:00","timeZone":"America/Lima",
         "place":"Abancay, auditorio de la universidad","capacity":30}
        """
                .formatted(new UUID(0, number), PROGRAMME, EVENT, String.valueOf(number));
    }

    @Test
    void tellsHowMuchWaitsToBePublishedAndWhat() {
        services.answers(
                "GET " + API + "/changes",
                200,
                """
                {"state":"s","changes":[
                  {"part":"programme","id":"%s","change":"added","fields":[],"objections":[]},
                  {"part":"session","id":"%s","change":"changed","fields":[],"objections":[]}]}
                """
                        .formatted(PROGRAMME, FIRST));

        assertThat(organiser("owner:*").open(DESK).html())
                .contains("2 things are drafted and not published yet.")
                .contains("href=\"" + DESK + "/changes\"")
                .contains(">Only its organisers see it</span>", ">Changed</span>");
    }

    @Test
    void leadsToThePublicPageWhereNothingWaits() {
        assertThat(organiser("owner:*").open(DESK + "?done=published").html())
                .contains("Everything is published.")
                .contains("href=\"/programmes/heading-to-perumin-2\"")
                .contains("Nothing waits to be published.")
                .doesNotContain(DESK + "/changes");
        assertThat(organiser("owner:*").open(DESK + "?done=nonsense").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/programme", "/events/new", "/sessions/new", "/changes"})
    void isForOrganisersOfTheProgrammeOnly(String page) {
        assertThat(new Browser(port).open(DESK + page).status()).isEqualTo(303);
        assertThat(organiser().open(DESK + page).status()).isEqualTo(403);
        assertThat(organiser("organiser:" + UUID.randomUUID()).open(DESK + page).status())
                .isEqualTo(403);
        assertThat(organiser("owner:*").open("/organiser/desk/nonsense" + page).status())
                .isEqualTo(404);
    }

    @Test
    void triesAgainByItselfWhileTheServiceIsAway() {
        services.answers("GET " + API + "/changes", 503, "{}");

        var away = organiser("owner:*").open(DESK);

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.header("Refresh")).isNotNull();
    }

    private static final String[] FIVE = {
        "id",
        PROGRAMME.toString(),
        "version",
        "0",
        "title",
        " Apurímac ",
        "language",
        "es",
        "timeZone",
        "America/Lima",
        "mode",
        "hybrid",
        "organisers",
        "IIMP\r\n\r\n Comité "
    };

    @Test
    void asksFiveThingsAndBeginsWithThem() {
        services.answers("PUT " + API, 201, Drafted.PROGRAMME_DRAFT);
        var empty = organiser("owner:*").open(NEW);

        assertThat(UUID.fromString(empty.field("id"))).isNotNull();
        assertThat(empty.field("version")).isEqualTo("0");
        assertThat(empty.html())
                .contains("value=\"en\" selected=\"selected\">English</option>")
                .doesNotContain("??", "aria-invalid");

        var begun = organiser("owner:*").post(NEW, FIVE);

        assertThat(begun.status()).isEqualTo(303);
        assertThat(begun.header("Location")).endsWith(DESK + "?done=begun");
        assertThat(services.requests("PUT " + API).getFirst().body())
                .contains("\"title\":{\"es\":\"Apurímac\"}", "\"version\":0")
                .contains("\"organisers\":[\"IIMP\",\"Comité\"]", "\"admission\":\"open\"")
                .doesNotContain("language");
    }

    @Test
    void beginsOneProgrammeWhereTheFormIsSentTwice() {
        services.answers("PUT " + API, 409, Drafted.CHANGED_MEANWHILE);

        assertThat(organiser("owner:*").post(NEW, FIVE).header("Location")).endsWith(DESK);
    }

    @Test
    void saysWhatIsWrongWithTheFiveBesideEach() {
        services.answers(
                "PUT " + API,
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request","errors":[
                  {"field":"organisers[1]","code":"too-long"},{"field":"timeZone","code":"required"},
                  {"field":"title","code":"required"}]}
                """);

        var refused = organiser("owner:*").post(NEW, FIVE);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.field("id")).isEqualTo(PROGRAMME.toString());
        assertThat(refused.field("title")).isEqualTo("Apurímac");
        assertThat(refused.html())
                .contains("<title>Error: New programme · Tinkuy</title>")
                .containsSubsequence(
                        "href=\"#title\"", "href=\"#timeZone\"", "href=\"#organisers\"")
                .contains("id=\"title-fault\"", "aria-describedby=\"title-fault\"")
                .contains("aria-describedby=\"organisers-fault organisers-hint\"")
                .doesNotContain("??");
    }

    @Test
    void keepsTheFiveWhileTheServiceIsAway() {
        services.answers("PUT " + API, 503, "{}");

        var away = organiser("owner:*").post(NEW, FIVE);

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.field("title")).isEqualTo("Apurímac");
        assertThat(away.html()).contains("What you typed is still here");
    }
}
