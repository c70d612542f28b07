package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Drafted.DESK;
import static org.tinkuy.site.Drafted.EVENT;
import static org.tinkuy.site.Drafted.FIRST;
import static org.tinkuy.site.Drafted.PROGRAMME;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tinkuy.site.programme.PublishedSchedule;

/// Links that show drafts, and what they show.
@SiteTest
class PreviewPagesTests {

    private static final String SECRET = "3q2-7wEjRWfJq83vASNFZ4mrze8BI0VniavN7wEjRWc";
    private static final String OPENS = "GET /api/previews/" + SECRET;
    private static final String PAGE = "/preview/" + SECRET;
    private static final String LINKS = "/api/programmes/" + PROGRAMME + "/previews";
    private static final UUID LINK = UUID.fromString("0195a1c0-0000-4000-8000-000000000050");

    @LocalServerPort int port;
    @Autowired StubServices services;
    @Autowired PublishedSchedule schedule;

    @BeforeEach
    void aProgrammeIsDrafted() {
        Drafted.told(services);
        services.answers(
                OPENS,
                200,
                """
                {"programme":{"id":"%1$s","slug":"drafted","title":{"en":"Two evenings"},
                   "organisers":["IIMP"],"timeZone":"America/Lima","mode":"hybrid",
                   "admission":"open","streamDestinations":[],"audience":[],"topics":[],"facts":[],
                   "challengesRaised":[],"challenges":[],"stands":[],"followUps":[],
                   "speakers":[{"id":"%4$s","slug":"ana","name":"Ana Quispe","languages":[]}],
                   "events":[{"id":"%2$s","slug":"apurimac","title":{"en":"Apurímac"},"facts":[],
                     "topics":[],"participants":[]}]},
                 "sessions":[{"id":"%3$s","programmeId":"%1$s","eventId":"%2$s","kind":"plenary",
                   "title":{"en":"Mining and water"},"date":"2099-05-26","starts":"18:00",
                   "ends":"20:00","timeZone":"America/Lima","startsAt":"2099-05-26T23:00:00Z",
                   "endsAt":"2099-05-27T01:00:00Z","place":"Abancay","admission":"open",
                   "speakers":["%4$s"],"capacity":30,"version":1}],
                 "endsAt":"2099-05-20T16:30:00Z"}
                """
                        .formatted(PROGRAMME, EVENT, FIRST, UUID.randomUUID()));
        services.answers(
                "GET " + LINKS,
                200,
                """
                [{"id":"%s","by":"%s","at":"2027-05-20T16:30:00Z","endsAt":"2099-06-03T16:30:00Z"},
                 {"id":"%s","by":"%s","at":"2020-05-20T16:30:00Z","endsAt":"2020-06-03T16:30:00Z"}]
                """
                        .formatted(LINK, UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()));
    }

    private Browser stranger() {
        return new Browser(port).speaking("en");
    }

    private Browser organiser() {
        return stranger().signedIn(Tokens.organiser("owner:*"));
    }

    @Test
    void showsTheProgrammeAsItWillBeToWhoeverHasTheLink() {
        var page = stranger().open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html())
                .containsSubsequence(
                        "<strong>Preview.</strong>",
                        "This link ends on",
                        "<h1><span>Two evenings</span></h1>",
                        "href=\"" + PAGE + "/apurimac\"")
                .doesNotContain("/programmes/drafted", "calendar.ics", "ld+json", "??");
    }

    /// Whoever keeps the link finds where to register.
    @Test
    void leadsToThePublicPagesOnceThereAreSome() {
        schedule.publish(
                Schedules.programme(
                        """
                        {"id": "%s", "slug": "drafted", "timeZone": "America/Lima",
                         "title": {"en": "Two evenings"}}
                        """
                                .formatted(PROGRAMME)),
                1);
        try {
            for (var path : List.of(PAGE, PAGE + "/apurimac")) {
                assertThat(stranger().open(path).html())
                        .contains("<a href=\"/programmes/drafted\">Open what is published</a>");
            }
        } finally {
            schedule.withdrawProgramme(PROGRAMME, 2L);
        }
    }

    @Test
    void showsItsEventsAndRegistersNobody() {
        var page = stranger().open(PAGE + "/apurimac");

        assertThat(page.html())
                .containsSubsequence(
                        "Preview.",
                        "href=\"" + PAGE + "\"",
                        "Apurímac",
                        "Mining and water",
                        "26 May 2099",
                        "Abancay",
                        "<a>Ana Quispe</a>")
                .doesNotContain("id=\"register\"", "type=\"checkbox\"", "/programmes/", "??");
        assertThat(services.requests("GET /api/seats")).isEmpty();
        assertThat(stranger().open(PAGE + "/cusco").status()).isEqualTo(404);
    }

    @Test
    void isKeptByNobodyAndFoundByNoSearch() {
        for (var path : new String[] {PAGE, PAGE + "/apurimac", "/preview/nothing"}) {
            var page = stranger().open(path);
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex, nofollow");
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        }
        assertThat(stranger().open(PAGE).html())
                .doesNotContain("rel=\"canonical\" href=\"http://localhost:8080" + PAGE);
        assertThat(stranger().open("/robots.txt").html()).contains("Disallow: /preview/");
    }

    @Test
    void saysThatALinkIsOver() {
        services.answers(OPENS, 404, "{\"type\":\"urn:tinkuy:problem:not-found\"}");

        var page = stranger().open(PAGE);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.html()).contains("This preview is over").doesNotContain("??");
    }

    @Test
    void makesALinkAndShowsItOnce() {
        services.answers(
                "POST " + LINKS,
                201,
                "{\"id\":\"%s\",\"secret\":\"%s\",\"endsAt\":\"2099-06-03T16:30:00Z\"}"
                        .formatted(LINK, SECRET));

        var made = organiser().post(DESK + "/previews", "days", "7");

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(made.html()).contains("/preview/" + SECRET + "\"", "it is shown only this once");
        assertThat(services.requests("POST " + LINKS).getFirst().body()).isEqualTo("{\"days\":7}");
        assertThat(organiser().open(DESK + "/previews").html())
                .doesNotContain(SECRET)
                .containsSubsequence(
                        "value=\"14\" selected",
                        "Shows the drafts until",
                        "/previews/" + LINK + "/removal",
                        "Ended on")
                .doesNotContain("??");
    }

    /// Buttons are not printed, and a field without one says nothing.
    @Test
    void printsNoFieldOfAFormWithoutItsButton() {
        var form = "<form class=\"unprinted\" method=\"post\"";

        assertThat(organiser().open(DESK + "/previews").html()).contains(form);
        assertThat(stranger().open("/time-zone").html()).contains(form);
        assertThat(stranger().open("/newsletter").html())
                .contains("<p class=\"field unprinted\">")
                .doesNotContain("<p class=\"field\">");
    }

    @Test
    void saysThatThereAreTooMany() {
        services.answers(
                "POST " + LINKS, 409, "{\"type\":\"urn:tinkuy:problem:too-many-previews\"}");

        var refused = organiser().post(DESK + "/previews", "days", "14");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html()).contains("Twenty links show the drafts already.");
        assertThat(services.requests("POST " + LINKS).getFirst().body()).isEqualTo("{\"days\":14}");
    }

    @Test
    void takesALinkBack() {
        var takesBack = "DELETE " + LINKS + "/" + LINK;
        services.answers(takesBack, 204, "");

        var answer = organiser().post(DESK + "/previews/" + LINK + "/removal");

        assertThat(answer.header("Location")).endsWith(DESK + "/previews?done=taken-back");
        assertThat(services.requests(takesBack)).hasSize(1);
        assertThat(organiser().open(DESK + "/previews?done=taken-back").html())
                .contains("shows nothing from now on");
    }

    @Test
    void isMadeByItsOrganisersAlone() {
        var other = stranger().signedIn(Tokens.organiser("organiser:" + UUID.randomUUID()));

        assertThat(other.open(DESK + "/previews").status()).isEqualTo(403);
        assertThat(other.post(DESK + "/previews", "days", "7").status()).isEqualTo(403);
    }
}
