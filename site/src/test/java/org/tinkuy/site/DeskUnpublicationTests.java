package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;
import static org.tinkuy.site.Schedules.HEADING_TO_PERUMIN;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A programme or an event goes from the public pages, and its draft stays.
@SiteTest
class DeskUnpublicationTests {

    /// As the sample of the contract has it.
    private static final String APURIMAC = "0195a1c0-0000-7000-8000-000000000002";

    private static final String DESK = "/organiser/desk/" + HEADING_TO_PERUMIN;
    private static final String API = "/api/programmes/" + HEADING_TO_PERUMIN;

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void aProgrammeIsPublished() {
        Drafted.told(services);
        services.answers("GET " + API + "/draft", 200, published(Drafted.PROGRAMME_DRAFT));
        services.answers(
                "GET " + API + "/draft/events", 200, "[" + published(Drafted.EVENT_DRAFT) + "]");
        services.answers("GET /api/seats", 200, "[]");
        services.answers("POST " + API + "/unpublication", 204, "");
        services.answers("POST " + API + "/events/" + APURIMAC + "/unpublication", 204, "");
    }

    private static String published(String draft) {
        return draft.replace(Drafted.PROGRAMME.toString(), HEADING_TO_PERUMIN.toString())
                .replace(Drafted.EVENT.toString(), APURIMAC);
    }

    private Browser organiser() {
        return new Browser(port).speaking("en").signedIn(Tokens.organiser("owner:*"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', programme, Heading to PERUMIN",
        "/events/0195a1c0-0000-7000-8000-000000000002, event, Apurímac"
    })
    void takesOffWhatNobodyRegisteredForAfterAsking(String of, String what, String name) {
        var unpublishes = "POST " + API + of + "/unpublication";

        var asked = organiser().open(DESK + of + "/unpublication");
        assertThat(asked.header("Cache-Control")).isEqualTo("no-store");
        assertThat(asked.html())
                .contains("Take this " + what + " off the public pages?", name)
                .contains("Nobody is registered, and all drafts stay", "Yes, take it off")
                .doesNotContain("??");
        assertThat(services.requests(unpublishes)).isEmpty();

        var done = organiser().post(DESK + of + "/unpublication");
        assertThat(done.header("Location")).endsWith(DESK + "?done=off");
        assertThat(services.requests(unpublishes)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"''", "/events/0195a1c0-0000-7000-8000-000000000002"})
    void tellsTheWaysOutWherePeopleAreRegistered(String of) {
        services.answers(
                "GET /api/seats",
                200,
                "[{\"sessionId\":\"%s\",\"taken\":2,\"waiting\":1}]".formatted(FIRST_PLENARY));

        var refused = organiser().post(DESK + of + "/unpublication");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html())
                .contains("3 people are registered", "Cancel or move its sessions")
                .doesNotContain("Yes, take it off", "??");
        assertThat(organiser().open(DESK + of + "/unpublication").html())
                .contains("3 people are registered");
        assertThat(services.requests("POST " + API + of + "/unpublication")).isEmpty();
    }

    @Test
    void takesNothingOffWhileNobodyKnowsWhoIsRegistered() {
        services.answers("GET /api/seats", 503, "{}");

        var refused = organiser().post(DESK + "/unpublication");

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.html())
                .contains(
                        "<title>Error: Take this programme off the public pages? · Tinkuy</title>")
                .contains("We cannot answer right now.")
                .doesNotContain("Nobody is registered", "Yes, take it off");
        assertThat(services.requests("POST " + API + "/unpublication")).isEmpty();
    }

    @Test
    void saysThatADraftIsNotOnThePages() {
        var page = organiser().open(Drafted.DESK + "/unpublication");

        assertThat(page.html())
                .contains("It is not on the public pages.")
                .doesNotContain("Yes, take it off");
        assertThat(organiser().post(Drafted.DESK + "/unpublication").status()).isEqualTo(409);
    }

    @Test
    void isForOrganisersAlone() {
        var other = new Browser(port).signedIn(Tokens.organiser("organiser:" + Drafted.PROGRAMME));

        assertThat(other.open(DESK + "/unpublication").status()).isEqualTo(403);
        assertThat(other.post(DESK + "/unpublication").status()).isEqualTo(403);
    }
}
