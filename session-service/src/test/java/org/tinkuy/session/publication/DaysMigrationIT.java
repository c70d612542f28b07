package org.tinkuy.session.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.tinkuy.embedded.test.TestDatabase;
import org.tinkuy.embedded.test.TestServers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What sessions said of a programme, as the version before kept it.
class DaysMigrationIT {

    private final TestDatabase database = TestServers.postgres().newDatabase();

    @Test
    void keepsTheDaysOnWhichSomethingWasToTakePlace() throws SQLException {
        migrate("16");
        execute(
                """
                insert into published_programmes (id, slug, version, document) values
                ('0195a1c0-0000-7000-8000-000000000001', 'one', 1, '{"happening": {
                    "days": {"first": "2027-05-26", "last": "2027-05-27"},
                    "events": [
                        {"event": "e", "days": {"first": "2027-05-26", "last": "2027-05-26"},
                            "ever": {"first": "2027-05-26", "last": "2027-05-28"}},
                        {"event": "f", "days": {"first": "2027-05-27", "last": "2027-05-27"}}],
                    "somewhere": true,
                    "ever": {"first": "2027-05-26", "last": "2027-12-25"}}}'),
                ('0195a1c0-0000-7000-8000-000000000002', 'nothing', 1,
                    '{"happening": {"events": [], "somewhere": false}}'),
                ('0195a1c0-0000-7000-8000-000000000003', 'older', 1, '{}');
                insert into publications
                    (programme_id, number, at, programme_changed, sessions_added, sessions_changed, sessions_removed)
                select id, 1, now(), true, 0, 0, 0 from programmes;
                insert into publication_parts (programme_id, part, id, since, version, document)
                select programme_id, part, id, 1, version, document from published_parts
                """);

        migrate("17");

        var kept =
                JsonMapper.shared()
                        .readTree(
                                """
                                {"days": {"dates": ["2027-05-26", "2027-05-27"]},
                                 "events": [
                                    {"event": "e", "days": {"dates": ["2027-05-26"]},
                                        "held": ["2027-05-26", "2027-05-28"]},
                                    {"event": "f", "days": {"dates": ["2027-05-27"]}, "held": []}],
                                 "somewhere": true,
                                 "held": ["2027-05-26", "2027-12-25"]}
                                """);
        assertThat(document("published_programmes", 1).get("happening")).isEqualTo(kept);
        assertThat(document("publication_parts", 1).at("/document/happening")).isEqualTo(kept);
        assertThat(document("published_programmes", 2).get("happening"))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree("{\"events\": [], \"somewhere\": false, \"held\": []}"));
        assertThat(document("published_programmes", 3).isEmpty()).isTrue();
        assertThat(document("publication_parts", 3).get("document").isEmpty()).isTrue();
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .target(version)
                .load()
                .migrate();
    }

    private void execute(String sql) throws SQLException {
        try (var connection =
                DriverManager.getConnection(
                        database.jdbcUrl(), database.user(), database.password())) {
            connection.createStatement().execute(sql);
        }
    }

    private JsonNode document(String table, int number) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.user(), database.password());
                var rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "select document from %s where id = '0195a1c0-0000-7000-8000-00000000000%s'"
                                                .formatted(table, number))) {
            rows.next();
            return JsonMapper.shared().readTree(rows.getString(1));
        }
    }
}
