package org.tinkuy.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.slf4j.Logger.ROOT_LOGGER_NAME;

import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.DispatcherHandler;
import org.tinkuy.testing.Contention;
import org.tinkuy.testing.RawHttp;
import org.tinkuy.testing.WholeService;
import org.tinkuy.testing.WrittenLines;
import reactor.core.publisher.SignalType;
import reactor.core.publisher.Sinks;

@WholeService
@TestPropertySource(
        properties = {
            "spring.r2dbc.url=r2dbc:${TINKUY_DATABASE}",
            "spring.r2dbc.username=${TINKUY_DATABASE_USER}",
            "spring.r2dbc.password=${TINKUY_DATABASE_PASSWORD}",
            "spring.http.codecs.max-in-memory-size=1KB"
        })
class ProblemsIT {

    @LocalServerPort int port;
    @Autowired WebTestClient http;
    @Autowired Environment environment;
    @Autowired Workshop workshop;
    @Autowired DispatcherHandler dispatcher;

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

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void saysNothingOfACallerWhoWentAway(boolean abruptly) {
        try (var lines = new WrittenLines(ROOT_LOGGER_NAME)) {
            for (var length : List.of("Content-Length: 900", "Transfer-Encoding: chunked")) {
                var headers = List.of("Content-Type: application/json", length);
                new RawHttp(port)
                        .breakOff(
                                new RawHttp.Request("POST", "/tools", headers, "3e8\r\n{"),
                                abruptly);
            }
            await().during(Duration.ofSeconds(1))
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(lines.alarming()).isEmpty());
        }
    }

    /// What was read by then is given back once: a second time would take it from others.
    @Test
    void refusesALargeBodyThatCameInManyPiecesWithoutAWordInTheLog() {
        var body = "{\"all\":[{\"name\":\"" + "a".repeat(2_000_000) + "\"}]}";
        try (var lines = new WrittenLines(ROOT_LOGGER_NAME)) {
            var answer =
                    http.post()
                            .uri("/tools/all")
                            .contentType(MediaType.APPLICATION_JSON)
                            .bodyValue(body)
                            .exchange();
            is(answer, 413, "body-too-large");
            assertThat(lines.alarming()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tools/waited-for", "/tools/all-waited-for"})
    void readsToTheEndWhenTheCallerGoesAway(String target) {
        workshop.gate = Sinks.one();
        workshop.ends.clear();

        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get(target));
        dispatcher.handle(exchange).subscribe().dispose();
        assertThat(workshop.ends).isEmpty();
        workshop.gate.tryEmitValue("hammer").orThrow();

        assertThat(workshop.ends).containsExactly(SignalType.ON_COMPLETE);
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

    @Test
    void answersARefusalWithItsNameAndDetails() {
        is(http.get().uri("/tools?weight=7").exchange(), 409, "session-ended")
                .jsonPath("$.title")
                .isEqualTo("Nobody can lift it.")
                .jsonPath("$.weight")
                .isEqualTo(7)
                .jsonPath("$.detail")
                .doesNotExist();
    }

    @Test
    void takesOneValueWhereOneIsRead() {
        isWrong(http.get().uri("/tools?weight=1&weight=2").exchange(), "weight", "duplicate");
    }

    @Test
    void namesAParameterOfAnotherType() {
        is(http.get().uri("/tools?weight=much").exchange(), 400, "invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo("weight")
                .jsonPath("$.errors[0].code")
                .isEqualTo("wrong-type");
    }

    @Test
    void namesAFieldOfAnotherType() {
        is(add("{\"name\": {\"a\": 1}}"), 400, "invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo("name")
                .jsonPath("$.errors[0].code")
                .isEqualTo("wrong-type");
    }

    @Test
    void saysWhereABodyIsMalformed() {
        is(add("{\"name\":"), 400, "invalid-request")
                .jsonPath("$.errors[0].code")
                .isEqualTo("malformed");
    }

    @Test
    void refusesABodyThatIsMissingOrTooLarge() {
        is(add(""), 400, "invalid-request");
        is(add("{\"name\":\"" + "a".repeat(2000) + "\"}"), 413, "body-too-large");
    }

    @Test
    void namesWhatSpringRefuses() {
        is(http.get().uri("/nothing").exchange(), 404, "not-found");
        is(http.put().uri("/tools").exchange(), 405, "method-not-allowed");
        is(
                http.post()
                        .uri("/tools")
                        .contentType(MediaType.TEXT_PLAIN)
                        .bodyValue("x")
                        .exchange(),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\u0000b",
                "A\\u0001B",
                "a\\u0085b",
                "a\\rb",
                "\\ufffe",
                "a\\ufdd0",
                "\\udbff\\udfff"
            })
    void takesNoTextThatSteersItsReader(String text) {
        isWrong(add("{\"name\":\"" + text + "\"}"), "name", "invalid-characters");
        isWrong(add("{\"labels\":{\"" + text + "\":\"x\"}}"), "invalid-characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00\\ud800"})
    void takesNoHalfOfACharacter(String text) {
        isWrong(add("{\"name\":\"" + text + "\"}"), "name", "invalid-characters");
        isWrong(add("{\"labels\":{\"" + text + "\":\"x\"}}"), "malformed");
    }

    @Test
    void takesTextsOfSeveralLinesAndCharactersOfAllPlanes() {
        add("{\"name\":\"a\\r\\nb\\tc\\n\\ud83d\\ude00\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("a\r\nb\tc\n\ud83d\ude00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1-1-1-1-1", "x"})
    void takesAnEmptyIdForNoId(String id) {
        isWrong(add("{\"id\":\"" + id + "\"}"), "id", "invalid-id");
        isWrong(
                http.get().uri("/workshops/{id}", id.isEmpty() ? " " : id).exchange(),
                "id",
                "invalid-id");
    }

    @Test
    void takesNoParameterWithoutAValue() {
        isWrong(http.get().uri("/tools?weight=").exchange(), "weight", "wrong-type");
        isWrong(http.get().uri("/tools?weight").exchange(), "weight", "wrong-type");
        isWrong(http.get().uri("/tools").exchange(), "weight", "required");
    }

    @Test
    void takesNoParameterThatNobodyReads() {
        isWrong(http.get().uri("/tools?weight=7&weigt=8").exchange(), "weigt", "unknown-field");
        isWrong(http.get().uri("/tools?weight=7&other").exchange(), "other", "unknown-field");
        isWrong(http.post().uri("/tools?dry=1").exchange(), "dry", "unknown-field");
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

    @Test
    void takesWholeNumbersAsJsonSchemaHasThem() {
        add("{\"weight\":5.0}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.weight")
                .isEqualTo("5");
        isWrong(add("{\"weight\":1.5}"), "weight", "wrong-type");
        isWrong(add("{\"weight\":1e999999999}"), "weight", "out-of-range");
        isWrong(add("{\"weight\":99999999999}"), "weight", "out-of-range");
        isWrong(add("{\"weight\":1e99999999999}"), "weight", "out-of-range");
        isWrong(add("{\"weight\":" + "9".repeat(1_001) + "}"), "weight", "out-of-range");
        isWrong(add("{\"weight\":1." + "9".repeat(1_000) + "}"), "weight", "out-of-range");
        isWrong(add("{\"weight\":\"\"}"), "weight", "wrong-type");
    }

    @Test
    void namesEverythingThatIsOfAnotherKind() {
        isWrong(
                        add(
                                "{\"id\":\"x\",\"name\":5,\"weight\":1e999999999,\"labels\":[],"
                                        + "\"colour\":1}"),
                        "invalid-id")
                .jsonPath("$.errors[*].field")
                .<List<String>>value(fields ->
                        assertThat(fields)
                                .containsExactlyInAnyOrder(
                                        "id", "name", "weight", "labels", "colour"))
                .jsonPath("$.errors[*].code")
                .<List<String>>value(codes ->
                        assertThat(codes)
                                .containsExactlyInAnyOrder(
                                        "invalid-id",
                                        "wrong-type",
                                        "out-of-range",
                                        "wrong-type",
                                        "unknown-field"));
    }

    /// RFC 8259, 8.1.
    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void readsNoOtherEncodingThanUtf8(String charset) {
        var body = "{\"name\":\"hammer\"}".getBytes(Charset.forName(charset));
        for (var type : List.of("application/json", "application/json;charset=" + charset)) {
            var answer =
                    http.post()
                            .uri("/tools")
                            .header("Content-Type", type)
                            .bodyValue(body)
                            .exchange();

            isWrong(answer, "", "malformed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "1.5", "true", "[]", "{}"})
    void takesNothingButTextForText(String value) {
        isWrong(add("{\"weight\":1,\"name\":" + value + "}"), "name", "wrong-type");
    }

    @Test
    void namesNothingOfOurCodeWhereABodyIsMissing() {
        isWrong(add(""), "", "required");
        isWrong(add(" \r\n"), "", "required");
        isWrong(add("null"), "", "required");
        isWrong(add("[]"), "", "wrong-type");
        isWrong(add("\"\""), "", "wrong-type");
        isWrong(add("{} {}"), "", "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "image/png", "a/b;q=\"", "\u00c9"})
    void hasWordsWhateverTheCallerAccepts(String accepted) {
        is(
                http.get().uri("/tools?weight=7").header("Accept", accepted).exchange(),
                409,
                "session-ended");
        is(http.get().uri("/nothing").header("Accept", accepted).exchange(), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/problem+json",
                "application/json;q=0",
                "*/*, application/json;q=0",
                "x"
            })
    void doesNothingForWhoDoesNotTakeTheAnswer(String accepted) {
        var before = workshop.added.get();

        var answer =
                http.post()
                        .uri("/tools")
                        .header("Accept", accepted)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"name\":\"hammer\"}")
                        .exchange();

        is(answer, 406, "not-acceptable");
        assertThat(workshop.added).hasValue(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "application/*", "text/html, */*;q=0.1", "*/*;q=0, application/json"})
    void answersInJsonWhoTakesIt(String accepted) {
        http.post()
                .uri("/tools")
                .header("Accept", accepted)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"name\":\"hammer\"}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON);
    }

    @Test
    void answersInWhatAHandlerSays() {
        is(
                        http.get()
                                .uri("/tools/list")
                                .header("Accept", "application/json")
                                .exchange(),
                        406,
                        "not-acceptable")
                .jsonPath("$.detail")
                .isEqualTo("It is answered in application/yaml.");
        http.get()
                .uri("/tools/list")
                .header("Accept", "application/yaml")
                .exchange()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_YAML);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PUT", "OPTIONS", "FOO"})
    void tellsTheMethodsThatThereAre(String method) {
        var request = new RawHttp.Request(method, "/tools", List.of(), null);

        var answer = new RawHttp(port).send(request);

        assertThat(answer.header("allow").orElseThrow().split(",", -1))
                .containsExactlyInAnyOrder("GET", "HEAD", "POST", "OPTIONS");
        if (!method.equals("OPTIONS")) {
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.body()).contains("urn:tinkuy:problem:method-not-allowed");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/tools?a%09b=1", "/tools/%00/use", "/tools?a=%FF", "/tools?|", "/%2e%2e"})
    void hasWordsForWhatNobodyReads(String target) {
        var answer = new RawHttp(port).send(new RawHttp.Request("GET", target, List.of(), null));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("urn:tinkuy:problem:invalid-request");
    }

    private WebTestClient.ResponseSpec add(String body) {
        return http.post()
                .uri("/tools")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec use(String body) {
        return http.post()
                .uri("/tools/1/use")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static void isUnavailable(WebTestClient.ResponseSpec answer) {
        answer.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "2");
        is(answer, 503, "service-unavailable");
    }

    private static void isWrong(WebTestClient.ResponseSpec answer, String field, String code) {
        isWrong(answer, code).jsonPath("$.errors[0].field").isEqualTo(field);
    }

    private static WebTestClient.BodyContentSpec isWrong(
            WebTestClient.ResponseSpec answer, String code) {
        return is(answer, 400, "invalid-request").jsonPath("$.errors[0].code").isEqualTo(code);
    }

    private static WebTestClient.BodyContentSpec is(
            WebTestClient.ResponseSpec answer, int status, String name) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:tinkuy:problem:" + name)
                .jsonPath("$.status")
                .isEqualTo(status);
    }
}
