package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Drafted.API;
import static org.tinkuy.site.Drafted.DESK;
import static org.tinkuy.site.Drafted.EVENT;
import static org.tinkuy.site.Drafted.FIRST;
import static org.tinkuy.site.Drafted.PROGRAMME;
import static org.tinkuy.site.Drafted.SESSION_API;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Programmes, events and sessions are begun as others are, on other days.
@SiteTest
class CopyPagesTests {

    private static final UUID COPY = UUID.fromString("0195a1c0-0000-4000-8000-000000000060");
    private static final String MADE = "{\"id\":\"" + COPY + "\"}";
    private static final String SENT = "{\"id\":\"%s\",\"from\":\"2028-05-22\"}".formatted(COPY);

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void aProgrammeIsDrafted() {
        Drafted.told(services);
        services.answers("POST " + API + "/copies", 201, MADE);
        services.answers("POST " + API + "/events/" + EVENT + "/copies", 201, MADE);
        services.answers("POST " + SESSION_API + "/copies", 201, MADE);
    }

    private Browser organiser(String... roles) {
        return new Browser(port).speaking("en").signedIn(Tokens.organiser(roles));
    }

    @Test
    void asksFromWhichDayOn() {
        var organiser = organiser("owner:*");

        var programme = organiser.open(DESK + "/copy");
        assertThat(programme.header("Cache-Control")).isEqualTo("no-store");
        assertThat(programme.html())
                .contains("<h1>Copy this programme</h1>", "Heading to PERUMIN")
                .doesNotContain("??");
        assertThat(UUID.fromString(programme.field("id"))).isNotEqualTo(PROGRAMME);
        assertThat(organiser.open(DESK + "/events/" + EVENT + "/copy").html())
                .contains("<h1>Copy this event</h1>", "Apurímac", "26–\u206027 May 2027")
                .doesNotContain("??");
        assertThat(organiser.open(DESK + "/sessions/" + FIRST + "/copy").html())
                .contains("<h1>Copy this session</h1>", "Minería y agua")
                .doesNotContain("??");
    }

    @Test
    void copiesAndShowsWhereTheCopyIs() {
        var organiser = organiser("owner:*");

        assertThat(
                        organiser
                                .post(DESK + "/copy", "id", COPY.toString(), "from", "2028-05-22")
                                .header("Location"))
                .endsWith("/organiser/desk/" + COPY + "?done=copied");
        assertThat(services.requests("POST " + API + "/copies").getFirst().body()).isEqualTo(SENT);
        for (var source : new String[] {"/events/" + EVENT, "/sessions/" + FIRST}) {
            assertThat(
                            organiser
                                    .post(
                                            DESK + source + "/copy",
                                            "id",
                                            COPY.toString(),
                                            "from",
                                            "2028-05-22")
                                    .header("Location"))
                    .endsWith(DESK + "?done=copied");
        }
        assertThat(services.requests("POST " + SESSION_API + "/copies").getFirst().body())
                .isEqualTo(SENT);
        assertThat(organiser.open(DESK + "?done=copied").html()).contains("The copy is begun.");
    }

    @Test
    void copiesOnceWhatIsSentTwice() {
        services.answers("POST " + API + "/copies", 409, Drafted.CHANGED_MEANWHILE);

        assertThat(
                        organiser("owner:*")
                                .post(DESK + "/copy", "id", COPY.toString(), "from", "2028-05-22")
                                .header("Location"))
                .endsWith("/organiser/desk/" + COPY + "?done=copied");
    }

    @Test
    void keepsWhatIsNoDay() {
        var again =
                organiser("owner:*").post(DESK + "/copy", "id", COPY.toString(), "from", "soon");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.field("id")).isEqualTo(COPY.toString());
        assertThat(again.html()).contains("Give a day.", "aria-invalid=\"true\"");
        assertThat(services.requests("POST " + API + "/copies")).isEmpty();
    }

    @Test
    void letsOnlyTheOrganisationsOwnerBeginAnotherProgramme() {
        var organiser = organiser("organiser:" + PROGRAMME);

        assertThat(organiser.open(DESK + "/copy").status()).isEqualTo(403);
        assertThat(organiser.open(DESK + "/events/" + EVENT + "/copy").status()).isEqualTo(200);
        assertThat(organiser.open(DESK).html()).doesNotContain(DESK + "/copy\"");
        assertThat(organiser("owner:*").open(DESK).html()).contains(DESK + "/copy\"");
    }
}
