package org.tinkuy.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.tinkuy.embedded.test.TestDatabase;
import org.tinkuy.embedded.test.TestServers;
import org.tinkuy.messages.MessageJson;
import org.tinkuy.outbox.OutboxMessage;
import org.tinkuy.outbox.Republishable;
import org.tinkuy.session.challenge.Challenges;
import org.tinkuy.session.dialogue.FollowUps;
import org.tinkuy.session.fair.Stands;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.Programmes;
import org.tinkuy.session.publication.PublishedProgramme;
import org.tinkuy.session.publication.PublishedProgrammes;
import org.tinkuy.session.schedule.PublishedSessions;
import org.tinkuy.session.schedule.Sessions;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A database of the version before, which stored programmes as documents, with what that version
/// wrote for the programmes of the samples and for a session of each state: its documents, its rows
/// and its messages.
class RowsMigrationIT {

    private static final Path BEFORE = Path.of("src/test/resources/migration/before-rows.json");
    private static final UUID WITHDRAWN = UUID.fromString("0195a1c0-0000-7000-8000-00000000000f");

    private final TestDatabase database = TestServers.postgres().newDatabase();
    private final JsonNode before = JsonMapper.shared().readTree(BEFORE.toFile());
    private @Nullable ConfigurableApplicationContext service;

    @BeforeEach
    void fillAndMigrate() throws SQLException {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .target("2")
                .load()
                .migrate();
        fill();
        service =
                new SpringApplicationBuilder(SessionServiceApplication.class)
                        .properties(
                                Map.of(
                                        "TINKUY_DATABASE", database.address(),
                                        "TINKUY_DATABASE_USER", database.user(),
                                        "TINKUY_DATABASE_PASSWORD", database.password(),
                                        "TINKUY_KAFKA", TestServers.kafka().bootstrapServers(),
                                        "TINKUY_SESSION_PORT", "0"))
                        .run("--spring.application.name=session-service-before-rows");
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void publishesAgainByteForByteWhatTheVersionBeforePublished() {
        assertThat(republished("programmes")).isEqualTo(messages("programmes"));

        var sessions = republished("sessions");
        assertThat(sessions.remove(WITHDRAWN + " 4")).isEqualTo("null");
        assertThat(sessions).isEqualTo(messages("sessions"));
    }

    @Test
    void beginsTheDraftsWithWhatIsPublished() {
        var published = all(bean(PublishedProgrammes.class).all().collectList());

        assertThat(published).hasSize(before.get("programmes").size());
        for (var programme : published) {
            assertThat(drafted(programme)).isEqualTo(programme);
            assertThat(all(bean(Sessions.class).ofProgramme(programme.id()).collectList()))
                    .isEqualTo(
                            all(
                                    bean(PublishedSessions.class)
                                            .ofProgramme(programme.id())
                                            .collectList()));
        }
    }

    @Test
    void keepsTheOrderOfTheProgrammesAndOfWhatBelongsToThem() {
        var slugs =
                all(bean(Programmes.class).all().collectList()).stream()
                        .map(Programme::slug)
                        .toList();

        assertThat(slugs)
                .containsExactly(
                        "heading-to-perumin",
                        "perumin-35",
                        "ccolquemin-2023",
                        "due-diligence-madre-de-dios",
                        "mining-integration");
        assertThat(all(bean(Programmes.class).findBySlug("heading-to-perumin")).events())
                .extracting(event -> event.slug())
                .containsExactly("arequipa", "apurimac", "ancash", "cajamarca");
    }

    @Test
    void keepsWhoMovedASession() throws SQLException {
        try (var connection = connect();
                var rows =
                        connection
                                .createStatement()
                                .executeQuery("select count(*) from session_changes")) {
            rows.next();

            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    private PublishedProgramme drafted(PublishedProgramme published) {
        var id = published.id();
        return new PublishedProgramme(
                published.version(),
                all(bean(Programmes.class).find(id)),
                all(bean(Challenges.class).of(id).collectList()),
                all(bean(Stands.class).of(id).collectList()),
                all(bean(FollowUps.class).of(id).collectList()),
                List.of(),
                published.happening(),
                published.archived());
    }

    private Map<String, String> messages(String topic) {
        var messages = new TreeMap<String, String>();
        before.get(topic)
                .forEach(row ->
                        messages.put(
                                row.get("id").asString() + " " + row.get("version").asLong(),
                                row.get("message").asString()));
        return messages;
    }

    private Map<String, String> republished(String topic) {
        var republishable =
                Objects.requireNonNull(service)
                        .getBeansOfType(Republishable.class)
                        .values()
                        .stream()
                        .filter(one -> one.topic().equals(topic))
                        .findFirst()
                        .orElseThrow();
        var messages = new TreeMap<String, String>();
        for (OutboxMessage message : all(republishable.currentStates().collectList())) {
            messages.put(
                    message.key() + " " + message.sequence(),
                    MessageJson.mapper().writeValueAsString(message.data()));
        }
        return messages;
    }

    private void fill() throws SQLException {
        try (var connection = connect()) {
            for (var programme : before.get("programmes")) {
                insert(
                        connection,
                        "programmes",
                        List.of("id", "slug", "version", "document"),
                        programme);
            }
            for (var session : before.get("sessions")) {
                var columns =
                        session.propertyNames().stream()
                                .filter(name -> !name.equals("message"))
                                .toList();
                insert(connection, "sessions", columns, session);
            }
            var programme = before.get("programmes").get(0).get("id").asString();
            connection
                    .createStatement()
                    .execute(
                            """
                            insert into sessions (id, programme_id, kind, version, withdrawn)
                            values ('%s', '%s', 'hub', 4, true);
                            insert into session_changes
                                (session_id, version, at, changed_by, cancelled, exemption)
                            values ('%s', 2, now(), gen_random_uuid(), false, 'The minister flies.')
                            """
                                    .formatted(
                                            WITHDRAWN,
                                            programme,
                                            before.get("sessions").get(0).get("id").asString()));
        }
    }

    private static void insert(
            Connection connection, String table, List<String> columns, JsonNode row)
            throws SQLException {
        var names = String.join(", ", columns);
        try (var statement =
                connection.prepareStatement(
                        "insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, ?::jsonb)"
                                .formatted(table, names))) {
            statement.setString(1, row.toString());
            statement.execute();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password());
    }

    private <T> T bean(Class<T> type) {
        return Objects.requireNonNull(service).getBean(type);
    }

    private static <T> T all(Mono<T> mono) {
        return Objects.requireNonNull(mono.block());
    }
}
