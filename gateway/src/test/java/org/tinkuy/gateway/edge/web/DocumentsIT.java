package org.tinkuy.gateway.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.gateway.GatewayTest;
import tools.jackson.databind.json.JsonMapper;

class DocumentsIT extends GatewayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/openapi",
                "/api/openapi/registration",
                "/api/openapi/session",
                "/api/openapi/notification"
            })
    void tellsWhatTheApiIsWhileNoServiceIsUp(String path) throws Exception {
        var services = List.of(registration, session, notification, site);
        services.forEach(service -> service.stop());
        try {
            var answer = send(request(path));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            var document = JsonMapper.shared().readTree(answer.body());
            assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
            assertThat(document.at("/servers/0/url").asString()).isEqualTo("http://localhost:8080");
        } finally {
            services.forEach(service -> service.start());
        }
    }

    @Test
    void saysThatItIsStillTheSame() throws Exception {
        var tag = send(request("/api/openapi")).headers().firstValue("ETag").orElseThrow();

        for (var known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            var answer = send(request("/api/openapi").header("If-None-Match", known));
            assertThat(answer.statusCode()).as(known).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().firstValue("ETag")).hasValue(tag);
        }
        for (var other : List.of("\"other\"", "\"", "W/", tag.replace("\"", ""))) {
            var answer = send(request("/api/openapi").header("If-None-Match", other));
            assertThat(answer.statusCode()).as(other).isEqualTo(200);
        }
    }

    @Test
    void refusesWhoWantsAnother() throws Exception {
        var tag = send(request("/api/openapi")).headers().firstValue("ETag").orElseThrow();

        for (var wanted : List.of(tag, "\"x\", " + tag, "*")) {
            var answer = send(request("/api/openapi").header("If-Match", wanted));
            assertThat(answer.statusCode()).as(wanted).isEqualTo(200);
        }
        for (var wanted : List.of("\"x\"", "W/" + tag, "x")) {
            var answer = send(request("/api/openapi").header("If-Match", wanted));
            assertThat(answer.statusCode()).as(wanted).isEqualTo(412);
            assertThat(answer.body()).contains("urn:tinkuy:problem:precondition-failed");
        }
    }

    @Test
    void answersAHeadRequestWithTheLengthAndNothingElse() throws Exception {
        var whole = send(request("/api/openapi/registration"));
        var head =
                send(request("/api/openapi/registration").method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag")).isEqualTo(whole.headers().firstValue("ETag"));
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(whole.headers().firstValue("Content-Length"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "text/html, application/json;q=0.1",
                "*/*;q=0, application/json"
            })
    void answersWhoTakesJson(String accept) throws Exception {
        assertThat(send(request("/api/openapi").header("Accept", accept)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "image/png",
                "application/json;q=0",
                "application/json;q=0, */*",
                "*/*;q=0.5, application/*;q=0",
                "x",
                "a/b;q=\""
            })
    void refusesWhoTakesSomethingElse(String accept) throws Exception {
        var answer = send(request("/api/openapi").header("Accept", accept));

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:tinkuy:problem:not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "TRACE"})
    void takesNothing(String method) throws Exception {
        var answer = send(request("/api/openapi").method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
        assertThat(answer.body()).contains("urn:tinkuy:problem:method-not-allowed");
    }

    @Test
    void saysWhichMethodsThereAre() throws Exception {
        var answer =
                send(
                        request("/api/openapi")
                                .header("Accept", "image/png")
                                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, OPTIONS");
        assertThat(answer.body()).isEmpty();
    }
}
