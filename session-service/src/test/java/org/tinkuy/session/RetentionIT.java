package org.tinkuy.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.retention.Retention;
import org.tinkuy.testing.Callers;

@RunningService
class RetentionIT {

    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

    @Autowired private Clock clock;
    @Autowired private DatabaseClient database;
    @Autowired private WebTestClient http;
    @Autowired private List<Retention> retentions;

    @Test
    void saysOfEveryTableHowLongItsRowsStay() throws IOException {
        var tables =
                strings(
                        """
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'
                            and table_name !~ '^(flyway|outbox|inbox)'
                        """);

        assertThat(new TreeSet<>(tables)).isEqualTo(described());
    }

    @Test
    void removesAWithdrawnSessionWithItsChangesAndNoOther() {
        var client =
                OrganiserClient.importing(
                        http,
                        """
                        programmes:
                          - slug: p-%s
                            title: {en: One}
                            time_zone: America/Lima
                            mode: online
                            sessions: [{kind: hub}, {kind: hub}, {kind: hub}]
                        """
                                .formatted(UUID.randomUUID()));
        var sessions = client.get("/api/programmes/" + client.programme() + "/sessions").body();
        var withdrawnLongAgo = sessions.get(0).get("id").asString();
        var withdrawn = sessions.get(1).get("id").asString();
        var published = sessions.get(2).get("id").asString();
        for (var session : List.of(withdrawnLongAgo, withdrawn)) {
            client.post("/api/sessions/" + session + "/cancellation", "{}");
            http.delete()
                    .uri("/api/sessions/" + session)
                    .header("Authorization", Callers.organiserOf(client.programme()))
                    .exchange()
                    .expectStatus()
                    .isNoContent();
        }
        database.sql(
                        "update published_sessions set withdrawn_at = withdrawn_at - interval '1 day'"
                                + " where id = :id")
                .bind("id", UUID.fromString(withdrawnLongAgo))
                .then()
                .block();

        retention("published_sessions")
                .remove(clock.instant().minus(Duration.ofHours(12)), 1000)
                .block();

        assertThat(
                        strings(
                                "select id::text from published_sessions where programme_id = '%s'"
                                        .formatted(client.programme())))
                .containsExactlyInAnyOrder(withdrawn, published);
        assertThat(
                        strings(
                                """
                                select session_id::text from session_changes
                                where session_id in ('%s', '%s')
                                """
                                        .formatted(withdrawnLongAgo, withdrawn)))
                .containsExactly(withdrawn);
    }

    @Test
    void forgetsTheAddressOfASpeakerAndNothingElse() {
        var client =
                OrganiserClient.importing(
                        http,
                        """
                        programmes:
                          - slug: p-%s
                            title: {en: One}
                            time_zone: America/Lima
                            mode: online
                            speakers:
                              - {slug: ana, name: Ana, address: ana@example.org, agreed: 2026-11-20}
                              - {slug: luis, name: Luis, address: luis@example.org}
                        """
                                .formatted(UUID.randomUUID()));
        database.sql(
                        "update speakers set changed_at = changed_at - interval '1 day'"
                                + " where slug = 'ana' and programme_id = :programme")
                .bind("programme", client.programme())
                .then()
                .block();

        retention("speakers").remove(clock.instant().minus(Duration.ofHours(12)), 1000).block();

        assertThat(
                        strings(
                                "select name || ' ' || coalesce(address, agreed::text) from speakers"
                                        + " where programme_id = '%s' order by name"
                                                .formatted(client.programme())))
                .containsExactly("Ana 2026-11-20", "Luis luis@example.org");
    }

    private Retention retention(String table) {
        return retentions.stream()
                .filter(one -> one.table().equals(table))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> described() throws IOException {
        var names = new TreeSet<String>();
        var section =
                Files.readString(Path.of("../docs/retention.md"))
                        .split("## session-service\n", 2)[1]
                        .split("\n## ", 2)[0];
        section.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1)[1])
                .forEach(cell ->
                        NAME.matcher(cell).results().forEach(name -> names.add(name.group(1))));
        return names;
    }

    private List<String> strings(String sql) {
        return Objects.requireNonNull(
                database.sql(sql)
                        .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                        .all()
                        .collectList()
                        .block());
    }
}
