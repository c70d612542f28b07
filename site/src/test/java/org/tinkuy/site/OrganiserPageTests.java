package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;
import static org.tinkuy.site.Schedules.HEADING_TO_PERUMIN;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SiteTest
class OrganiserPageTests {

    private static final String MINING_INTEGRATION = "0195a1c0-0000-7000-8000-000000000041";

    private static final Pattern OPTION = Pattern.compile("<option[^>]*>(.*)</option>");

    @LocalServerPort int port;
    @Autowired StubServices registrations;

    @BeforeEach
    void someoneRegistered() {
        registrations.reset();
        registrations.answers(
                "GET /api/registrations",
                200,
                """
                {"items":[{"id":"0195a1c0-0000-7000-8000-0000000000b1","sessionId":"%s",
                  "programmeId":"%s","status":"waitlisted","position":2,
                  "requestedAt":"2026-11-22T13:00:00Z",
                  "attendee":{"id":"x","name":"<i>Rosa</i>","address":"rosa@example.org",
                              "language":"es"}}],
                 "next":"cursor-1"}
                """
                        .formatted(FIRST_PLENARY, HEADING_TO_PERUMIN));
        registrations.answers(
                "GET /api/seats",
                200,
                """
                [{"sessionId":"%s","capacity":500,"taken":321,"left":179,"waiting":7}]
                """
                        .formatted(FIRST_PLENARY));
    }

    private Browser organiser(String... roles) {
        return new Browser(port).speaking("en").signedIn(Tokens.organiser(roles));
    }

    @Test
    void showsWhoComesAndHowMany() {
        var page = organiser("owner:*").open("/organiser?programme=" + HEADING_TO_PERUMIN);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.html())
                .contains("&lt;i&gt;Rosa&lt;/i&gt;")
                .contains("rosa@<wbr>example<wbr>.org")
                .contains("Waiting list (2)")
                .contains(">321<")
                .contains("after=cursor-1")
                .as("its other pages")
                .contains("href=\"/organiser/deliveries?programme=" + HEADING_TO_PERUMIN + "\"")
                .as("nobody registered for the second plenary")
                .contains(">0<")
                .doesNotContain("??");
    }

    @Test
    void tellsSessionsOfOneNameApartByWhenTheyAre() {
        var html = organiser("owner:*").open("/organiser?programme=" + HEADING_TO_PERUMIN).html();

        var first = "Wednesday, 25 November 2026, 18:00–\u206020:00";
        var second = "Thursday, 26 November 2026, 18:00–\u206020:00";
        assertThat(options(html)).anyMatch(option -> option.endsWith(first));
        assertThat(options(html)).anyMatch(option -> option.endsWith(second));
        assertThat(html).contains("<span class=\"of\"> · " + second + "</span></th>");
        assertThat(html).contains("<span class=\"of\"> · " + first + "</span></td>");
    }

    @Test
    void saysOfASessionWithoutADateThatItIsToBeAnnounced() {
        var html = organiser("owner:*").open("/organiser?programme=" + MINING_INTEGRATION).html();

        assertThat(options(html)).anyMatch(option -> option.endsWith("Date to be announced"));
        assertThat(html).contains("<span class=\"of\"> · Date to be announced</span></th>");
    }

    private static List<String> options(String html) {
        return OPTION.matcher(html).results().map(option -> option.group(1)).toList();
    }

    @Test
    void passesTheFilterOn() {
        organiser("owner:*")
                .open(
                        "/organiser?programme="
                                + HEADING_TO_PERUMIN
                                + "&session="
                                + FIRST_PLENARY
                                + "&status=waitlisted&search=Rosa+%C3%91&after=c%261");

        assertThat(registrations.requests("GET /api/registrations"))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.path())
                                .contains("programmeId=" + HEADING_TO_PERUMIN)
                                .contains("sessionId=" + FIRST_PLENARY)
                                .contains("status=waitlisted")
                                .contains("search=Rosa%20%C3%91")
                                .contains("after=c%261"));
    }

    @Test
    void leadsToTheSameListAsAFileAndToItsNextPage() {
        var html =
                organiser("owner:*")
                        .open(
                                "/organiser?programme="
                                        + HEADING_TO_PERUMIN
                                        + "&status=waitlisted&search=Rosa+Q")
                        .html();

        var list =
                "programme="
                        + HEADING_TO_PERUMIN
                        + "&amp;event=&amp;session=&amp;status=waitlisted"
                        + "&amp;search=Rosa%20Q";
        assertThat(html)
                .contains("href=\"/organiser/registrations.csv?" + list + "\"")
                .contains("href=\"/organiser/registrations.xlsx?" + list + "\"")
                .contains("href=\"/organiser?" + list + "&amp;after=cursor-1\"")
                .contains("value=\"Rosa Q\"");
    }

    @Test
    void showsARegistrationWhoseOwnerIsErased() {
        registrations.answers(
                "GET /api/registrations",
                200,
                """
                {"items":[{"id":"0195a1c0-0000-7000-8000-0000000000b1","sessionId":"%s",
                  "programmeId":"%s","status":"lapsed","requestedAt":"2026-11-22T13:00:00Z"}]}
                """
                        .formatted(FIRST_PLENARY, HEADING_TO_PERUMIN));

        assertThat(organiser("owner:*").open("/organiser").html()).contains("(no longer known)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "programme=heading-to-perumin",
                "programme=0195a1c0-0000-7000-8000-0000000000ff",
                "event=x",
                "session=0195a1c0-0000-7000-8000-0000000000ff",
                "status=z"
            })
    void showsNothingElseWhereWhatIsAskedForIsNotThere(String asked) {
        assertThat(organiser("owner:*").open("/organiser?" + asked).status()).isEqualTo(404);
        assertThat(registrations.requests("GET /api/registrations")).isEmpty();
    }

    /// A browser sends what was chosen of the programme that is left.
    @Test
    void forgetsTheSessionOfTheProgrammeThatIsLeft() {
        var page =
                organiser("owner:*")
                        .open(
                                "/organiser?programme="
                                        + MINING_INTEGRATION
                                        + "&event=&status=&session="
                                        + FIRST_PLENARY);

        assertThat(page.status()).isEqualTo(200);
        assertThat(registrations.requests("GET /api/registrations").getFirst().path())
                .doesNotContain("sessionId");
    }

    @Test
    void showsAnOrganiserTheirProgrammesOnly() {
        assertThat(organiser("organiser:" + HEADING_TO_PERUMIN).open("/organiser").html())
                .contains("Heading to PERUMIN")
                .doesNotContain("CCOLQUEMIN");
    }

    @Test
    void isNotForAttendees() {
        var page = organiser().open("/organiser");

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.html())
                .contains("This page is not for you")
                .doesNotContain("href=\"/organiser\"");
    }

    @Test
    void doesWithoutCountsThatAreLate() {
        registrations.answers("GET /api/seats", 500, "");

        assertThat(organiser("owner:*").open("/organiser").html())
                .contains("rosa@<wbr>example<wbr>.org")
                .contains(">–<");
    }
}
