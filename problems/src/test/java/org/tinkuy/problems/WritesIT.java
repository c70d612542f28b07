package org.tinkuy.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.problems.ToldProblems.is;
import static org.tinkuy.problems.ToldProblems.isUnavailable;
import static org.tinkuy.problems.ToldProblems.isWrong;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.testing.Contention;

/// What becomes of a write, and what is read where none of it is.
@RunningWorkshop
class WritesIT {

    @Autowired WebTestClient http;
    @Autowired Environment environment;
    @Autowired Workshop workshop;

    private Connection database;

    @BeforeEach
    void putATool() throws SQLException {
        database =
                DriverManager.getConnection(
                        "jdbc:" + environment.getRequiredProperty("TINKUY_DATABASE"),
                        environment.getRequiredProperty("TINKUY_DATABASE_USER"),
                        environment.getRequiredProperty("TINKUY_DATABASE_PASSWORD"));
        run("create table tools (id int primary key, used int not null default 0)");
        run("insert into tools (id) values (1)");
    }

    @AfterEach
    void clearUp() throws SQLException {
        run("drop table tools");
        database.close();
    }

    private void run(String sql) {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int used() throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery("select used from tools where id = 1")) {
            found.next();
            return found.getInt(1);
        }
    }

    @Test
    void repeatsAWriteThatWasTheVictimOfADeadlock() throws SQLException {
        try (var contention = new Contention(environment, "tools")) {
            var other = contention.deadlock("select from tools where id = 1 for update");

            http.post().uri("/tools/1/use").exchange().expectStatus().isOk();

            other.join();
            assertThat(contention.attempts()).isEqualTo(2);
            assertThat(used()).isEqualTo(1);
        }
    }

    @Test
    void repeatsAWriteThatWaitedTooLongForALockAndThenAsksToComeBack() throws SQLException {
        try (var contention = new Contention(environment, "tools")) {
            contention.holdLock(Duration.ofMillis(50));

            isUnavailable(http.post().uri("/tools/1/use").exchange());

            assertThat(contention.attempts()).isEqualTo(1 + Uncancelled.REPETITIONS);
            assertThat(used()).isZero();
        }
    }

    @Test
    void repeatsAWriteThatDidNotSerialize() throws SQLException {
        workshop.serialized.set(0);
        var others = new AtomicInteger();
        workshop.betweenReadingAndWriting =
                () -> {
                    if (others.getAndIncrement() == 0) {
                        run("update tools set used = used + 10 where id = 1");
                    }
                };

        http.post().uri("/tools/1/count").exchange().expectStatus().isOk();

        assertThat(workshop.serialized).hasValue(2);
        assertThat(used()).isEqualTo(11);
    }

    @Test
    void asksToComeBackWhereAWriteNeverSerializes() throws SQLException {
        workshop.serialized.set(0);
        workshop.betweenReadingAndWriting =
                () -> run("update tools set used = used + 10 where id = 1");

        isUnavailable(http.post().uri("/tools/1/count").exchange());

        assertThat(workshop.serialized).hasValue(1 + Uncancelled.REPETITIONS);
    }

    @Test
    void neverRepeatsWhatTheDatabaseDoesNotTake() {
        var answer = http.post().uri("/tools/1/break").exchange();

        is(answer, 500, "unexpected").jsonPath("$.detail").doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n", "{}", " {} "})
    void takesABodyThatSaysNothingForNone(String body) throws SQLException {
        use(body).expectStatus().isOk();

        assertThat(used()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"at\": \"18:00\"} | at | unknown-field",
                "[] | '' | wrong-type",
                "null | '' | wrong-type",
                "{} {} | '' | malformed",
                "at=18:00 | '' | malformed"
            })
    void takesNoBodyThatNobodyReads(String body, String field, String code) throws SQLException {
        isWrong(use(body), field, code);

        assertThat(used()).isZero();
    }

    @Test
    void readsNoLargeBodyWhereNoneIsTaken() throws SQLException {
        is(use("{\"at\": \"" + "8".repeat(70_000) + "\"}"), 413, "body-too-large");

        assertThat(used()).isZero();
    }

    private WebTestClient.ResponseSpec use(String body) {
        return http.post()
                .uri("/tools/1/use")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
