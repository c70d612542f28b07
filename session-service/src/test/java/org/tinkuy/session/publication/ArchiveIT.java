package org.tinkuy.session.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.session.OrganiserClient;
import org.tinkuy.session.OrganiserClient.Answer;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.Scenario;
import org.tinkuy.testing.Told;
import org.tinkuy.testing.WrittenLines;

/// A programme is put away, is where it was for whoever knows it, and comes back.
@RunningService
class ArchiveIT {

    @Autowired private WebTestClient http;
    @Autowired private Scenario scenario;

    private OrganiserClient begun(String more) {
        var begun = new OrganiserClient(http, UUID.randomUUID());
        begun.send(
                HttpMethod.PUT,
                "/api/programmes/" + begun.programme() + "/draft",
                """
                {"version": 0, "title": {"en": "Road-show"}, "timeZone": "America/Lima",
                  "mode": "online", "admission": "open"%s}
                """
                        .formatted(more),
                Callers.owner());
        return begun;
    }

    private static String path(OrganiserClient of) {
        return "/api/programmes/" + of.programme();
    }

    private static void publish(OrganiserClient of) {
        var state = of.get(path(of) + "/draft/changes").body().get("state").asString();
        assertThat(
                        of.post(path(of) + "/draft/publication", "{\"state\": \"" + state + "\"}")
                                .status())
                .isEqualTo(200);
    }

    private static Answer archive(OrganiserClient of) {
        return send(of, HttpMethod.PUT, Callers.organiserOf(of.programme()));
    }

    private static Answer unarchive(OrganiserClient of) {
        return send(of, HttpMethod.DELETE, Callers.organiserOf(of.programme()));
    }

    private static Answer send(OrganiserClient of, HttpMethod method, @Nullable String by) {
        return of.send(method, path(of) + "/archive", null, by);
    }

    private static String ending(OrganiserClient of) {
        return of.get(path(of) + "/archive").body().toString();
    }

    private static boolean isListedAsArchived(OrganiserClient of) {
        return of.get("/api/drafts")
                .body()
                .valueStream()
                .filter(one -> one.get("id").asString().equals(of.programme().toString()))
                .findFirst()
                .orElseThrow()
                .get("archived")
                .asBoolean();
    }

    @Test
    void putsAwayWhatIsOverAndTellsOthersOnce() {
        var over = begun(", \"starts\": \"2020-05-26\", \"ends\": \"2020-05-27\"");
        publish(over);
        assertThat(ending(over))
                .isEqualTo("{\"archived\":false,\"archivable\":true,\"deletable\":false}");
        var publications = over.get(path(over) + "/publications").body();

        scenario.about(over.programme())
                .when(() -> {
                    assertThat(archive(over).status()).isEqualTo(204);
                    assertThat(archive(over).status()).isEqualTo(204);
                })
                .then(Told.message("programme-published", over.programme()));

        assertThat(over.get(path(over)).body().get("archived").asBoolean()).isTrue();
        assertThat(over.get(path(over) + "/draft").status()).isEqualTo(200);
        http.get().uri(path(over) + "/file").exchange().expectStatus().isOk();
        assertThat(over.get(path(over) + "/publications").body()).isEqualTo(publications);
        assertThat(over.get(path(over) + "/draft/changes").body().get("changes")).isEmpty();
        assertThat(isListedAsArchived(over)).isTrue();
    }

    /// Whoever publishes a session next publishes that alone.
    @Test
    void isNoChangeOfThePublicationThatFollows() {
        var over = begun(", \"starts\": \"2020-05-26\", \"ends\": \"2020-05-27\"");
        publish(over);
        archive(over);
        var session = UUID.randomUUID();
        over.put(
                "/api/sessions/" + session + "/draft",
                """
                {"version": 0, "programmeId": "%s", "kind": "hub", "date": "2020-05-26"}
                """
                        .formatted(over.programme()));

        assertThat(
                        over.post(
                                        "/api/sessions/" + session + "/publication",
                                        "{\"version\": 1, \"meant\": [\"past\"]}")
                                .status())
                .isEqualTo(200);

        var latest = over.get(path(over) + "/publications").body().at("/items/0");
        assertThat(latest.get("added").asInt()).isEqualTo(1);
        assertThat(latest.get("programme").asBoolean()).isFalse();
        assertThat(latest.get("speakers").asBoolean()).isFalse();
    }

    @Test
    void comesBackAsItWas() {
        var over = begun(", \"month\": \"2020-05\"");
        publish(over);
        var before = over.get(path(over)).body();
        archive(over);

        scenario.about(over.programme())
                .when(() -> {
                    assertThat(unarchive(over).status()).isEqualTo(204);
                    assertThat(unarchive(over).status()).isEqualTo(204);
                })
                .then(Told.message("programme-published", over.programme()));

        assertThat(over.get(path(over)).body()).isEqualTo(before);
        assertThat(isListedAsArchived(over)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", \"starts\": \"2020-05-26\", \"ends\": \"2099-05-27\"",
                ", \"month\": \"2099-05\"",
                ", \"runs\": {\"from\": 2020}",
                ", \"runs\": {\"from\": 2020, \"until\": 2099}"
            })
    void leavesWherePeopleMayComeWhatIsNotOver(String days) {
        var ahead = begun(days);
        publish(ahead);

        assertThat(archive(ahead).problem()).isEqualTo("not-over");

        assertThat(ending(ahead))
                .isEqualTo("{\"archived\":false,\"archivable\":false,\"deletable\":false}");
        assertThat(ahead.get(path(ahead)).body().has("archived")).isFalse();
    }

    /// It stays there until somebody takes it out.
    @Test
    void putsAwayWhatNobodyElseSeesAndKeepsThatWhenItIsPublished() {
        var draft = begun("");
        assertThat(ending(draft))
                .isEqualTo("{\"archived\":false,\"archivable\":true,\"deletable\":true}");

        scenario.about(draft.programme())
                .when(() -> assertThat(archive(draft).status()).isEqualTo(204))
                .then();
        publish(draft);

        assertThat(draft.get(path(draft)).body().get("archived").asBoolean()).isTrue();
        assertThat(unarchive(draft).status()).isEqualTo(204);
        assertThat(draft.get(path(draft)).body().has("archived")).isFalse();
    }

    @Test
    void isWrittenDownWhereItChangedSomething() {
        var draft = begun("");
        try (var lines = new WrittenLines(SecurityLog.LOGGER)) {
            for (var again = 0; again < 2; again++) {
                archive(draft);
                archive(draft);
                unarchive(draft);
                unarchive(draft);
            }

            assertThat(lines.all())
                    .filteredOn(line -> line.contains(draft.programme().toString()))
                    .hasSize(4);
        }
    }

    @Test
    void isForItsOrganisersAlone() {
        var draft = begun("");
        for (var method : new HttpMethod[] {HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE}) {
            assertThat(send(draft, method, Callers.attendee()).status()).isEqualTo(403);
            assertThat(send(draft, method, Callers.organiserOf(UUID.randomUUID())).status())
                    .isEqualTo(403);
            assertThat(
                            send(
                                            new OrganiserClient(http, UUID.randomUUID()),
                                            method,
                                            Callers.owner())
                                    .status())
                    .isEqualTo(404);
        }
        assertThat(send(draft, HttpMethod.PUT, null).status()).isEqualTo(401);
        assertThat(isListedAsArchived(draft)).isFalse();
    }
}
