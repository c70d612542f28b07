package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.session.OrganiserClient;
import org.tinkuy.session.OrganiserClient.Answer;
import org.tinkuy.session.RunningService;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.Contract;
import org.tinkuy.testing.Published;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RunningService
class ChangeSessionIT {

    @Autowired private WebTestClient http;

    private OrganiserClient client;
    private UUID programme;

    @BeforeEach
    void importAProgramme() {
        client =
                OrganiserClient.importing(
                        http,
                        """
                        programmes:
                          - slug: p-%s
                            title: {en: One}
                            time_zone: America/Lima
                            mode: online
                            policy: {plenary: {starts: "18:00", ends: "20:00", lasts: PT2H}}
                        """
                                .formatted(UUID.randomUUID()));
        programme = client.programme();
    }

    @Test
    void publishesWhereTheSessionMovedAndKeepsWhoMovedItAndWhy() {
        var session = plenary("2027-05-26");

        assertThat(move(session, 1, "2027-05-27", "18:00", null).body().get("startsAt").asString())
                .isEqualTo("2027-05-27T23:00:00Z");
        assertThat(move(session, 2, "2027-05-27", "10:00", null).problem())
                .isEqualTo("outside-plenary-window");
        assertThat(move(session, 2, "2027-05-27", "10:00", "The minister flies at noon.").status())
                .isEqualTo(200);

        var messages = Published.await("sessions", session, 3);
        assertThat(messages).extracting(Published::sequence).containsExactly(1L, 2L, 3L);
        assertThat(messages.getLast().body().get("starts").asString()).isEqualTo("10:00");
        var changes = get("/api/sessions/" + session + "/changes").body().get("items");
        assertThat(changes).hasSize(2);
        assertThat(changes.get(0).get("override").asString())
                .isEqualTo("The minister flies at noon.");
        assertThat(changes.get(0).get("by").asString()).isNotBlank();
        assertThat(changes.get(0).at("/overrides/outside-plenary-window").asString())
                .isEqualTo("The minister flies at noon.");
        assertThat(changes.get(1).has("override")).isFalse();
    }

    @Test
    void keepsWhoScheduledASessionAgainstARuleAndWhy() {
        var scheduled =
                post(
                        "/api/programmes/" + programme + "/sessions",
                        """
                        {"kind": "plenary", "date": "2027-05-26", "starts": "10:00", "ends": "12:00",
                          "override": "The minister flies at noon."}
                        """);
        var session = UUID.fromString(scheduled.body().get("id").asString());

        var changes = get("/api/sessions/" + session + "/changes").body().get("items");

        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).at("/overrides/outside-plenary-window").asString())
                .isEqualTo("The minister flies at noon.");
        assertThat(changes.get(0).get("by").asString()).isNotBlank();
        assertThat(changes.get(0).has("from")).isFalse();
        assertThat(get("/api/sessions/" + plenary("2027-05-27") + "/changes").body().get("items"))
                .isEmpty();
    }

    @Test
    void keepsFromWhereToWhereASessionMovedAndThatItWasCancelled() {
        var session = plenary("2027-05-26");
        schedule(session, "\"place\": \"Cusco\", " + evening(1, "2027-05-27"));
        schedule(session, "\"place\": \"Puno\", " + evening(2, "2027-05-27"));
        post("/api/sessions/" + session + "/cancellation", "{}");

        var changes = get("/api/sessions/" + session + "/changes").body().get("items");

        assertThat(changes.get(2).at("/from/date").asString()).isEqualTo("2027-05-26");
        assertThat(changes.get(2).at("/from").has("place")).isFalse();
        assertThat(changes.get(2).get("place").asString()).isEqualTo("Cusco");
        assertThat(changes.get(2).get("timeZone").asString()).isEqualTo("America/Lima");
        assertThat(changes.get(1).at("/from/place").asString()).isEqualTo("Cusco");
        assertThat(changes.get(1).get("place").asString()).isEqualTo("Puno");
        assertThat(changes.get(0).get("cancelled").asBoolean()).isTrue();
        assertThat(changes.get(0).at("/from/place").asString()).isEqualTo("Puno");
    }

    @Test
    void listsChangesInPages() {
        var session = plenary("2027-05-26");
        for (var version = 1; version < 4; version++) {
            schedule(session, evening(version, "2027-05-2" + (6 + version)));
        }
        var path = "/api/sessions/" + session + "/changes?limit=";

        var first = get(path + "2").body();

        assertThat(first.get("items")).hasSize(2);
        assertThat(first.get("next").asLong()).isEqualTo(3);
        var last = get(path + "2&after=3").body();
        assertThat(last.at("/items/0/version").asLong()).isEqualTo(2);
        assertThat(last.get("items")).hasSize(1);
        assertThat(last.has("next")).isFalse();
        assertThat(get(path + "201").fault()).isEqualTo("limit out-of-range");
        assertThat(get(path + "2&after=x").fault()).isEqualTo("after wrong-type");
    }

    @Test
    void namesEveryRuleThatIsBrokenWithTheAllowedHoursAndWantsAReasonForEach() {
        var other = plenary("2027-05-26");
        assertThat(move(other, 1, "2027-05-26", "09:00", "The minister flies.").status())
                .isEqualTo(200);
        var session = plenary("2027-05-27");

        var refused = move(session, 1, "2027-05-26", "10:00", null);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("outside-plenary-window");
        assertThat(words(refused.body().get("rules")))
                .containsExactly("outside-plenary-window", "overlapping-plenaries");
        assertThat(refused.body().get("errors"))
                .extracting(error -> error.get("field").asString())
                .containsExactly("starts", "date");
        assertThat(refused.body().get("allowedHours").toString())
                .isEqualTo("{\"starts\":\"18:00\",\"ends\":\"20:00\",\"lasts\":\"PT2H\"}");
        assertThat(words(refused.body().get("sessionIds"))).containsExactly(other.toString());
        assertThat(move(session, 1, "2027-05-26", "10:00", "For which of them?").status())
                .isEqualTo(409);

        var reasons =
                """
                "override": {"outside-plenary-window": "Fog.", "overlapping-plenaries": "Two halls."},
                "version": 1, "date": "2027-05-26", "starts": "10:00", "ends": "12:00"
                """;
        assertThat(schedule(session, reasons).status()).isEqualTo(200);
        var change = get("/api/sessions/" + session + "/changes").body().get("items").get(0);
        assertThat(change.get("overrides"))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"outside-plenary-window": "Fog.",
                                         "overlapping-plenaries": "Two halls."}
                                        """));
    }

    @Test
    void namesTheReasonThatIsForNoRuleOrTooLong() {
        var session = plenary("2027-05-26");

        assertThat(
                        schedule(
                                        session,
                                        "\"override\": {\"weather\": \"Fog.\"}, "
                                                + evening(1, "2027-05-27"))
                                .fault())
                .isEqualTo("override.weather unknown-field");
        assertThat(
                        schedule(
                                        session,
                                        "\"override\": {\"overlapping-plenaries\": \"%s\"}, "
                                                        .formatted("x".repeat(501))
                                                + evening(1, "2027-05-27"))
                                .fault())
                .isEqualTo("override.overlapping-plenaries too-long");
        assertThat(schedule(session, "\"override\": 5, " + evening(1, "2027-05-27")).fault())
                .isEqualTo("override wrong-type");
        assertThat(schedule(session, "\"meant\": [\"soon\"], " + evening(1, "2027-05-27")).fault())
                .isEqualTo("meant[0] invalid-value");
    }

    @Test
    void asksWhetherTheUnusualIsMeant() {
        var hub = hub("2027-05-26");
        var night =
                "\"version\": 1, \"date\": \"2020-05-26\", \"starts\": \"14:00\", \"ends\": \"13:00\"";

        var asked = schedule(hub, night);

        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.problem()).isEqualTo("confirmation-needed");
        assertThat(words(asked.body().get("questions"))).containsExactly("next-day", "past");
        assertThat(asked.body().toString()).contains("23 hours");
        assertThat(schedule(hub, night + ", \"meant\": [\"past\"]").fault())
                .isEqualTo("ends next-day");
        assertThat(schedule(hub, night + ", \"meant\": [\"past\", \"next-day\"]").status())
                .isEqualTo(200);
    }

    @Test
    void asksTheSameOfANewSession() {
        var path = "/api/programmes/" + programme + "/sessions";
        var past = "{\"kind\": \"hub\", \"date\": \"2020-05-26\"%s}";

        assertThat(post(path, past.formatted("")).problem()).isEqualTo("confirmation-needed");
        assertThat(post(path, past.formatted(", \"meant\": [\"past\"]")).status()).isEqualTo(201);
    }

    @Test
    void refusesATimeThatTheClocksSkip() {
        var refused =
                schedule(
                        hub("2027-05-26"),
                        """
                        "version": 1, "date": "2027-09-05", "starts": "00:15", "ends": "01:30",
                        "timeZone": "America/Santiago", "meant": ["past", "next-day", "twice"]
                        """);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fault()).isEqualTo("starts skipped-time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"place\": null, ", "\"place\": \"\", ", "\"place\": \" \", "})
    void clearsAPlaceThatIsNotStated(String place) {
        var session = plenary("2027-05-26");
        schedule(session, "\"place\": \"Cusco\", " + evening(1, "2027-05-27"));

        var moved = schedule(session, place + evening(2, "2027-05-27"));

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.body().has("place")).isFalse();
        assertThat(moved.body().get("version").asLong()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "2201-01-01", "0027-05-26", "+12027-05-26"})
    void refusesADateBeyondAllReason(String date) {
        assertThat(schedule(plenary("2027-05-26"), evening(1, date)).fault())
                .isEqualTo("date invalid-date");
    }

    @Test
    void refusesTwoValuesForOneField() {
        var session = plenary("2027-05-26");

        assertThat(
                        schedule(
                                        session,
                                        "\"place\": \"Cusco\", \"place\": \"Puno\", "
                                                + evening(1, "2027-05-27"))
                                .fault())
                .isEqualTo("place duplicate");
    }

    private UUID hub(String date) {
        var scheduled =
                post(
                        "/api/programmes/" + programme + "/sessions",
                        "{\"kind\": \"hub\", \"date\": \"%s\", \"starts\": \"18:00\"}"
                                .formatted(date));
        return UUID.fromString(scheduled.body().get("id").asString());
    }

    private static String evening(long version, String date) {
        return String.format(
                Locale.ROOT,
                "\"version\": %d, \"date\": \"%s\", \"starts\": \"18:00\", \"ends\": \"20:00\"",
                version,
                date);
    }

    private Answer schedule(UUID session, String fields) {
        return put("/api/sessions/" + session + "/schedule", "{" + fields + "}");
    }

    private static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
    }

    @Test
    void saysNothingToAnybodyWhenNothingMoves() {
        var session = plenary("2027-05-26");

        assertThat(move(session, 1, "2027-05-26", "18:00", null).body().get("version").asLong())
                .isEqualTo(1);
        move(session, 1, "2027-05-27", "18:00", null);

        assertThat(Published.await("sessions", session, 2)).hasSize(2);
    }

    @Test
    void refusesAMoveOfWhatSomebodyElseMovedMeanwhile() {
        var session = plenary("2027-05-26");
        move(session, 1, "2027-05-27", "18:00", null);

        var late = move(session, 1, "2027-05-28", "18:00", null);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("session-changed");
    }

    @Test
    void namesThePlenariesThatOverlap() {
        var first = plenary("2027-05-26");
        var second = plenary("2027-05-27");

        var refused = move(second, 1, "2027-05-26", "18:00", null);

        assertThat(refused.problem()).isEqualTo("overlapping-plenaries");
        assertThat(refused.body().get("sessionIds").get(0).asString()).isEqualTo(first.toString());
        assertThat(move(second, 1, "2027-05-26", "18:00", "Two halls.").status()).isEqualTo(200);
    }

    @Test
    void letsOnlyOneOfManyPlenariesMoveToTheSameHour() {
        var plenaries =
                IntStream.rangeClosed(10, 15).mapToObj(day -> plenary("2027-05-" + day)).toList();

        var moves =
                plenaries.stream()
                        .map(session ->
                                CompletableFuture.supplyAsync(
                                        () -> move(session, 1, "2027-06-01", "18:00", null)))
                        .toList();

        assertThat(moves.stream().map(CompletableFuture::join).map(Answer::status))
                .containsOnlyOnce(200)
                .allMatch(status -> status == 200 || status == 409);
    }

    @Test
    void cancelsOnceAndStaysPublished() {
        var session = plenary("2027-05-26");
        var reason = "{\"reason\": {\"en\": \"The road is closed.\"}}";

        var cancelled = post("/api/sessions/" + session + "/cancellation", reason);
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(post("/api/sessions/" + session + "/cancellation", "{}").body())
                .isEqualTo(cancelled.body());
        assertThat(move(session, 2, "2027-05-27", "18:00", null).problem())
                .isEqualTo("session-cancelled");

        var messages = Published.await("sessions", session, 2);
        assertThat(messages).hasSize(2);
        assertThat(
                        new Contract("sessions", "session-published")
                                .violations(messages.getLast().body()))
                .isEmpty();
        assertThat(messages.getLast().body().at("/cancelled/reason/en").asString())
                .isEqualTo("The road is closed.");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        var session = plenary("2027-05-26");

        assertThat(move(session, 1, "2020-05-26", "18:00", null).fault()).isEqualTo("date past");
        assertThat(put("/api/sessions/" + session + "/schedule", "{}").fault())
                .isEqualTo("version required");
        assertThat(move(session, 1, "2027-05-26", "18:00", "x".repeat(501)).fault())
                .isEqualTo("override too-long");
        assertThat(
                        post(
                                        "/api/sessions/" + session + "/cancellation",
                                        "{\"reason\": {\"en\": \" \"}}")
                                .fault())
                .isEqualTo("reason.en required");
    }

    @Test
    void letsOnlyOrganisersMoveCancelAndReadTheChanges() {
        var session = plenary("2027-05-26");
        var paths =
                Map.of(
                        "/schedule", HttpMethod.PUT,
                        "/cancellation", HttpMethod.POST,
                        "/changes", HttpMethod.GET);
        var statuses = new TreeSet<String>();

        paths.forEach((path, method) -> {
            var url = "/api/sessions/" + session + path;
            var body = path.equals("/schedule") ? "{\"version\": 1}" : "{}";
            statuses.add(
                    "anonymous "
                            + client.send(
                                            method,
                                            url,
                                            method.equals(HttpMethod.GET) ? null : body,
                                            null)
                                    .status());
            statuses.add(
                    "attendee "
                            + client.send(
                                            method,
                                            url,
                                            method.equals(HttpMethod.GET) ? null : body,
                                            Callers.attendee())
                                    .status());
        });

        assertThat(statuses).containsExactly("anonymous 401", "attendee 403");
    }

    private UUID plenary(String date) {
        var scheduled =
                post(
                        "/api/programmes/" + programme + "/sessions",
                        """
                        {"kind": "plenary", "date": "%s", "starts": "18:00", "ends": "20:00"}
                        """
                                .formatted(date));
        return UUID.fromString(scheduled.body().get("id").asString());
    }

    private Answer move(
            UUID session, long version, String date, String starts, @Nullable String override) {
        var body = JsonMapper.shared().createObjectNode();
        var hours = Integer.parseInt(starts.substring(0, 2));
        body.put("version", version)
                .put("date", date)
                .put("starts", starts)
                .put("ends", (hours + 2) + ":00")
                .put("override", override);
        return put("/api/sessions/" + session + "/schedule", body.toString());
    }

    private Answer get(String path) {
        return client.get(path);
    }

    private Answer put(String path, String body) {
        return client.put(path, body);
    }

    private Answer post(String path, String body) {
        return client.post(path, body);
    }
}
