package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Drafted.API;
import static org.tinkuy.site.Drafted.DESK;
import static org.tinkuy.site.Drafted.PROGRAMME;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A programme goes into the archive and comes back, or is deleted.
@SiteTest
class DeskEndingTests {

    private static final String LIST = "/organiser/desk";
    private static final String ARCHIVE = "/api/programmes/" + PROGRAMME + "/archive";
    private static final String DELETES = "DELETE " + API;

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void aProgrammeIsDrafted() {
        Drafted.told(services);
        ends(false, true, true);
        services.answers("PUT " + ARCHIVE, 204, "");
        services.answers("DELETE " + ARCHIVE, 204, "");
        services.answers(DELETES, 204, "");
    }

    private void ends(boolean archived, boolean archivable, boolean deletable) {
        services.answers(
                "GET " + ARCHIVE,
                200,
                "{\"archived\":%s,\"archivable\":%s,\"deletable\":%s}"
                        .formatted(archived, archivable, deletable));
    }

    private static String problem(String name) {
        return "{\"type\":\"urn:tinkuy:problem:" + name + "\"}";
    }

    private Browser organiser() {
        return new Browser(port).speaking("en").signedIn(Tokens.organiser("owner:*"));
    }

    @Test
    void archivesAfterAsking() {
        assertThat(organiser().open(DESK).html())
                .contains("href=\"" + DESK + "/archive\"", "href=\"" + DESK + "/deletion\"");

        var asked = organiser().open(DESK + "/archive");
        assertThat(asked.header("Cache-Control")).isEqualTo("no-store");
        assertThat(asked.html())
                .contains("Put this programme in the archive?", "one button brings it back")
                .doesNotContain("??");
        assertThat(services.requests("PUT " + ARCHIVE)).isEmpty();

        assertThat(organiser().post(DESK + "/archive").header("Location")).endsWith(DESK);
        assertThat(services.requests("PUT " + ARCHIVE)).hasSize(1);
    }

    @Test
    void takesOutOfTheArchiveByOneButton() {
        ends(true, true, false);

        assertThat(organiser().open(DESK).html())
                .contains("It is in the archive", "action=\"" + DESK + "/archive/removal\"")
                .doesNotContain("href=\"" + DESK + "/archive\"", DESK + "/deletion", "??");

        assertThat(organiser().post(DESK + "/archive/removal").header("Location"))
                .endsWith(DESK + "?done=unarchived");
        assertThat(services.requests("DELETE " + ARCHIVE)).hasSize(1);
        assertThat(organiser().open(DESK + "?done=unarchived").html())
                .contains("It is out of the archive.");
    }

    @Test
    void saysWhyWhatIsNotOverStays() {
        ends(false, false, false);
        services.answers("PUT " + ARCHIVE, 409, problem("not-over"));

        assertThat(organiser().open(DESK).html())
                .doesNotContain(DESK + "/archive", DESK + "/deletion");
        var refused = organiser().post(DESK + "/archive");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html())
                .contains("its last day is not over")
                .doesNotContain("Yes, put it there", "??");
    }

    @Test
    void listsWhatIsArchivedApart() {
        services.answers(
                "GET /api/drafts",
                200,
                """
                [{"id":"%s","slug":"a","title":{"en":"To come"},"version":3,"published":false,
                  "archived":false},
                 {"id":"%s","slug":"b","title":{"en":"Last year"},"version":1,"published":true,
                  "archived":true}]
                """
                        .formatted(PROGRAMME, UUID.randomUUID()));

        assertThat(organiser().open(LIST).html())
                .containsSubsequence("To come", "<summary>Archive (1)</summary>", "Last year")
                .doesNotContain("??");
    }

    @Test
    void deletesAfterSayingWhatIsLost() {
        var asked = organiser().open(DESK + "/deletion");
        assertThat(asked.html())
                .containsSubsequence(
                        "Delete this programme?",
                        "cannot be brought back",
                        "One event",
                        "2 sessions",
                        "2 speakers",
                        "Yes, delete everything")
                .doesNotContain("??");
        assertThat(services.requests(DELETES)).isEmpty();

        var done = organiser().post(DESK + "/deletion", "state", asked.field("state"));

        assertThat(done.header("Location")).endsWith(LIST + "?done=deleted");
        assertThat(services.requests(DELETES)).hasSize(1);
        services.answers("GET /api/drafts", 200, "[]");
        assertThat(organiser().open(LIST + "?done=deleted").html())
                .contains("The programme is deleted.");
    }

    @Test
    void deletesNothingUnseen() {
        services.answers(DELETES, 409, Drafted.CHANGED_MEANWHILE);

        var refused = organiser().post(DESK + "/deletion", "state", "before");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html())
                .contains("<title>Error: Delete this programme? · Tinkuy</title>")
                .contains("Somebody wrote something in the meantime.")
                .doesNotContain("??");
        assertThat(refused.field("state")).isEqualTo("seen");
    }

    @Test
    void offersTheArchiveForWhatWasPublished() {
        ends(false, true, false);
        services.answers(DELETES, 409, problem("was-published"));

        var refused = organiser().post(DESK + "/deletion", "state", "seen");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html())
                .contains("so its history stays", "href=\"" + DESK + "/archive\"")
                .doesNotContain("Yes, delete everything", "??");
        assertThat(organiser().open(DESK + "/deletion").html()).contains("so its history stays");
    }

    @Test
    void saysThatNothingWasDoneWhereNobodyAnswers() {
        for (var of : new String[] {"/archive", "/archive/removal", "/deletion"}) {
            services.answers("PUT " + ARCHIVE, 503, "{}");
            services.answers("DELETE " + ARCHIVE, 503, "{}");
            services.answers(DELETES, 503, "{}");

            var away = organiser().post(DESK + of, "state", "seen");

            assertThat(away.status()).isEqualTo(503);
            assertThat(away.html())
                    .contains("We cannot answer right now.", "Try again")
                    .doesNotContain("??");
        }
    }

    @Test
    void isForOrganisersAlone() {
        var other = new Browser(port).signedIn(Tokens.organiser("organiser:" + UUID.randomUUID()));

        for (var of : new String[] {"/archive", "/deletion"}) {
            assertThat(other.open(DESK + of).status()).isEqualTo(403);
            assertThat(other.post(DESK + of).status()).isEqualTo(403);
        }
        assertThat(other.post(DESK + "/archive/removal").status()).isEqualTo(403);
    }
}
