package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Drafted.API;
import static org.tinkuy.site.Drafted.DESK;
import static org.tinkuy.site.Drafted.EVENT;
import static org.tinkuy.site.Drafted.FIRST;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SiteTest
class DeskRemovalTests {

    private static final String REMOVAL = DESK + "/events/" + EVENT + "/removal";
    private static final String REMOVES = "DELETE " + API + "/events/" + EVENT;
    private static final String WITHDRAWAL = DESK + "/sessions/" + FIRST + "/withdrawal";
    private static final String WITHDRAWS = "DELETE /api/sessions/" + FIRST;

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void aProgrammeIsDrafted() {
        Drafted.told(services);
    }

    private Browser organiser() {
        return new Browser(port).speaking("en").signedIn(Tokens.organiser("owner:*"));
    }

    @Test
    void asksBeforeAnEventIsRemoved() {
        services.answers(REMOVES, 204, "");
        var page = organiser().open(REMOVAL);

        assertThat(page.field("version")).isEqualTo("2");
        assertThat(page.html()).contains("Remove this event?", "Apurímac").doesNotContain("??");
        assertThat(services.requests(REMOVES)).isEmpty();
        var removed = organiser().post(REMOVAL, "version", "2");

        assertThat(removed.header("Location")).endsWith(DESK + "?done=removed");
        assertThat(services.requests(REMOVES).getFirst().path()).endsWith("?version=2");
    }

    @Test
    void saysWhyAnEventIsNotRemoved() {
        services.answers(REMOVES, 409, "{\"type\":\"urn:tinkuy:problem:still-needed\"}");
        assertThat(organiser().post(REMOVAL, "version", "2").html())
                .contains("Sessions belong to this event.", "<title>Error: ");

        services.answers(REMOVES, 409, Drafted.CHANGED_MEANWHILE);
        var changed = organiser().post(REMOVAL, "version", "1");
        assertThat(changed.status()).isEqualTo(409);
        assertThat(changed.field("version")).isEqualTo("2");

        services.answers(REMOVES, 503, "{}");
        assertThat(organiser().post(REMOVAL, "version", "2").status()).isEqualTo(503);
    }

    @Test
    void asksBeforeASessionIsWithdrawnAndSaysHowManyAreRegistered() {
        services.answers(WITHDRAWS, 204, "");
        services.answers(
                "GET /api/seats",
                200,
                "[{\"sessionId\":\"%s\",\"taken\":500,\"waiting\":7}]".formatted(FIRST));

        assertThat(organiser().open(WITHDRAWAL).html())
                .contains("507 people are registered; each gets one message.", "Minería y agua")
                .doesNotContain("Cancel it instead", "??");
        assertThat(organiser().post(WITHDRAWAL).header("Location"))
                .endsWith(DESK + "?done=withdrawn");
        assertThat(services.requests(WITHDRAWS)).hasSize(1);
    }

    @Test
    void offersToCancelWhatEverybodySees() {
        services.answers(
                "GET /api/sessions/" + FIRST_PLENARY + "/draft",
                200,
                Drafted.FIRST_DRAFT.replace(FIRST.toString(), FIRST_PLENARY.toString()));

        assertThat(organiser().open(DESK + "/sessions/" + FIRST_PLENARY + "/withdrawal").html())
                .contains("href=\"/organiser/sessions/" + FIRST_PLENARY + "/cancellation\"");
    }

    @Test
    void takesOffThePagesWhatNobodyRegisteredFor() {
        var path = DESK + "/sessions/" + FIRST_PLENARY + "/withdrawal";
        var unpublishes = "POST /api/sessions/" + FIRST_PLENARY + "/unpublication";
        services.answers(
                "GET /api/sessions/" + FIRST_PLENARY + "/draft",
                200,
                Drafted.FIRST_DRAFT.replace(FIRST.toString(), FIRST_PLENARY.toString()));
        services.answers("GET /api/seats", 200, "[]");
        services.answers(unpublishes, 204, "");

        var page = organiser().open(path).html();
        assertThat(page)
                .as("one act stands out")
                .contains("<button class=\"danger\">", "<button class=\"link\">")
                .containsOnlyOnce("class=\"act\"");
        assertThat(page).contains("action=\"" + path + "/to-draft\"").doesNotContain("??");
        assertThat(organiser().post(path + "/to-draft").header("Location"))
                .endsWith(DESK + "?done=unpublished");
        assertThat(services.requests(unpublishes)).hasSize(1);
    }

    @Test
    void tellsTheWaysOutWherePeopleAreRegistered() {
        var path = DESK + "/sessions/" + FIRST_PLENARY + "/withdrawal";
        var unpublishes = "POST /api/sessions/" + FIRST_PLENARY + "/unpublication";
        services.answers(
                "GET /api/sessions/" + FIRST_PLENARY + "/draft",
                200,
                Drafted.FIRST_DRAFT.replace(FIRST.toString(), FIRST_PLENARY.toString()));
        services.answers(
                "GET /api/seats",
                200,
                "[{\"sessionId\":\"%s\",\"taken\":1,\"waiting\":0}]".formatted(FIRST_PLENARY));

        var refused = organiser().post(path + "/to-draft");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html())
                .contains("People are registered", "/cancellation\"", "action=\"" + path + "\"")
                .doesNotContain("action=\"" + path + "/to-draft\"", "??");
        assertThat(services.requests(unpublishes)).isEmpty();

        services.answers("GET /api/seats", 503, "{}");
        assertThat(organiser().post(path + "/to-draft").status()).isEqualTo(503);
    }

    @Test
    void withdrawsNothingWhileTheServiceIsAway() {
        services.answers(WITHDRAWS, 503, "{}");

        var away = organiser().post(WITHDRAWAL);

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html()).contains("Nothing is removed yet");
    }
}
