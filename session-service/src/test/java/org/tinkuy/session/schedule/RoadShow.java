package org.tinkuy.session.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.session.OrganiserClient;
import org.tinkuy.session.OrganiserClient.Answer;
import org.tinkuy.testing.Callers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A programme of plenaries in the evening, by the clock of Lima, with one event, as its organiser
/// changes and publishes it.
final class RoadShow {

    private final UUID event = UUID.randomUUID();
    private final OrganiserClient client;
    private final String path;

    RoadShow(WebTestClient http) {
        client = new OrganiserClient(http, UUID.randomUUID());
        path = "/api/programmes/" + client.programme();
        client.send(
                HttpMethod.PUT,
                path + "/draft",
                """
                {"version": 0, "title": {"en": "Road-show"}, "timeZone": "America/Lima", "mode": "online",
                  "admission": "open", "policy": {"plenary": {"starts": "18:00", "ends": "20:00"}}}
                """,
                Callers.owner());
        client.put(
                path + "/draft/events/" + event,
                "{\"version\": 0, \"title\": {\"en\": \"Apurímac\"}}");
    }

    JsonNode get(String its) {
        return client.get(its).body();
    }

    void admit(String admission) {
        var draft = (ObjectNode) client.get(path + "/draft").body();
        client.put(path + "/draft", draft.put("admission", admission).toString());
    }

    void published(UUID id, String kind, LocalDateTime starts, int minutes, String more) {
        var answer =
                client.put("/api/sessions/" + id + "/draft", body(0, kind, starts, minutes, more));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(publish("").status()).isEqualTo(200);
    }

    void change(UUID id, LocalDateTime starts, int minutes, String more) {
        var draft = client.get("/api/sessions/" + id + "/draft").body();
        var answer =
                client.put(
                        "/api/sessions/" + id + "/draft",
                        body(
                                draft.get("version").asLong(),
                                draft.get("kind").asString(),
                                starts,
                                minutes,
                                more));
        assertThat(answer.status()).isEqualTo(200);
    }

    private String body(long version, String kind, LocalDateTime starts, int minutes, String more) {
        return """
        {"version": %s, "programmeId": "%s", "eventId": "%s", "kind": "%s",
          "date": "%s", "starts": "%s", "ends": "%s"%s}
        """
                .formatted(
                        version,
                        client.programme(),
                        event,
                        kind,
                        starts.toLocalDate(),
                        starts.toLocalTime(),
                        starts.plusMinutes(minutes).toLocalTime(),
                        more);
    }

    void zoneOf(String changed, String zone) {
        var draft =
                (ObjectNode)
                        (changed.equals("event")
                                ? client.get(path + "/draft/events").body().get(0)
                                : client.get(path + "/draft").body());
        var target = changed.equals("event") ? "/draft/events/" + event : "/draft";
        assertThat(client.put(path + target, draft.put("timeZone", zone).toString()).status())
                .isEqualTo(200);
    }

    String zone(UUID id) {
        return client.get("/api/sessions/" + id).body().get("timeZone").asString();
    }

    List<String> against(UUID id) {
        return changes()
                .get("changes")
                .valueStream()
                .filter(change -> change.get("id").asString().equals(id.toString()))
                .flatMap(change -> change.get("objections").valueStream())
                .map(one -> one.get("code").asString() + " " + one.get("answer").asString())
                .toList();
    }

    JsonNode changes() {
        return client.get(path + "/draft/changes").body();
    }

    private String state() {
        return "{\"state\": \"" + changes().get("state").asString() + "\"";
    }

    Answer publish(String more) {
        return client.post(path + "/draft/publication", state() + more + "}");
    }

    Answer plan(Instant at, String more) {
        return client.put(
                path + "/draft/publication/plan",
                state() + ", \"at\": \"" + at + "\"" + more + "}");
    }

    Answer publishPart(String part, String more) {
        return client.post(
                path + (part.equals("event") ? "/events/" + event : "") + "/publication",
                String.format(Locale.ROOT, "{\"version\": 2%s}", more));
    }
}
