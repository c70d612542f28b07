package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What became other of a programme, from what to what.
@SiteTest
class ChangelogPagesTests {

    private static final String PAGE = "/changes/heading-to-perumin";

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void somethingBecameOther() {
        services.reset();
        services.answers(
                "GET /api/programmes/" + Schedules.HEADING_TO_PERUMIN + "/changelog",
                200,
                """
                {"entries":[
                  {"number":9,"at":"2027-05-20T16:30:00Z","items":[
                    {"sessionId":"%1$s","kind":"plenary","title":{"en":"Mining <and> water"},
                     "change":"moved",
                     "before":{"date":"2027-05-26","starts":"18:00","ends":"20:00",
                       "timeZone":"America/Lima","place":"Abancay"},
                     "after":{"date":"2027-05-28","starts":"19:00","ends":"20:00",
                       "timeZone":"America/Lima","place":"Cusco"}},
                    {"sessionId":"%1$s","kind":"hub","change":"cancelled",
                     "before":{"date":"2027-05-27","timeZone":"America/Lima"},
                     "after":{"date":"2027-05-27","timeZone":"America/Lima"},
                     "reason":{"en":"The road is closed."}},
                    {"sessionId":"%1$s","kind":"dialogue","change":"reinstated",
                     "before":{"date":"2027-05-29","timeZone":"America/Lima"},
                     "after":{"date":"2027-05-30","timeZone":"America/Lima"}},
                    {"sessionId":"%1$s","kind":"hub","change":"renamed"}]},
                  {"number":8,"at":"2027-05-19T16:30:00Z","more":12,"items":[
                    {"sessionId":"%1$s","kind":"workshop","change":"added",
                     "after":{"timeZone":"America/Lima"}}]}]}
                """
                        .formatted(UUID.randomUUID()));
    }

    private Browser visitor() {
        return new Browser(port).speaking("en");
    }

    @Test
    void tellsFromWhatToWhat() {
        assertThat(visitor().open(PAGE).html())
                .containsSubsequence(
                        "<h1>What changed</h1>",
                        "id=\"p-9\"",
                        "Mining &lt;and&gt; water",
                        "moves from Wednesday, 26 May 2027, 18:00–\u206020:00, Abancay to Friday, 28 May"
                                + " 2027, 19:00–\u206020:00, Cusco",
                        "Hub",
                        "does not take place",
                        "The road is closed.",
                        "takes place after all (Sunday, 30 May 2027",
                        "id=\"p-8\"",
                        "Workshop",
                        "Date to be announced",
                        "And 12 more sessions became other.",
                        PAGE + "/feed.atom?language=en\"")
                .doesNotContain("??");
    }

    @Test
    void isAFeedToo() throws Exception {
        var feed = visitor().open(PAGE + "/feed.atom");

        assertThat(feed.header("Content-Type")).startsWith("application/atom+xml");
        var read =
                DocumentBuilderFactory.newDefaultNSInstance()
                        .newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        feed.html().getBytes(StandardCharsets.UTF_8)));
        assertThat(read.getElementsByTagName("entry").getLength()).isEqualTo(2);
        assertThat(read.getElementsByTagName("updated").item(0).getTextContent())
                .isEqualTo("2027-05-20T16:30:00Z");
        assertThat(read.getElementsByTagName("content").item(0).getTextContent())
                .contains("Mining <and> water", "moves from Wednesday, 26 May 2027");
        assertThat(read.getElementsByTagName("content").item(1).getTextContent())
                .endsWith("\nAnd 12 more sessions became other.");
    }

    @Test
    void isAFeedInOneLanguageThatIsAskedForAgain() {
        var feed = visitor().open(PAGE + "/feed.atom?language=fr");

        assertThat(feed.header("Content-Language")).isEqualTo("fr-FR");
        assertThat(feed.header("Vary")).contains("Accept-Language", "Cookie");
        assertThat(feed.header("Cache-Control")).isEqualTo("no-cache, private");
        assertThat(feed.header("Set-Cookie")).isNull();
        var again =
                visitor()
                        .with("If-None-Match", String.valueOf(feed.header("ETag")))
                        .open(PAGE + "/feed.atom?language=fr");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.html()).isEmpty();
    }

    @Test
    void isThereForProgrammesThatArePublished() {
        assertThat(visitor().open("/changes/nothing").status()).isEqualTo(404);
        assertThat(visitor().open("/changes/nothing/feed.atom").status()).isEqualTo(404);
    }
}
