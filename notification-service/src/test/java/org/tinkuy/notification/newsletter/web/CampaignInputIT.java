package org.tinkuy.notification.newsletter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.ScriptedMailServer;
import tools.jackson.databind.json.JsonMapper;

/// What is said of a campaign that cannot be, and of a list that is asked for wrongly.
@RunningService
class CampaignInputIT {

    @Autowired WebTestClient http;
    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;
    @Autowired DatabaseClient database;

    private Newsletters newsletters;

    @BeforeEach
    void aProgrammeWithANewsletter() {
        newsletters = new Newsletters(http, others, server, database);
    }

    @Test
    void saysWhatIsWrongWithAText() {
        var problem =
                newsletters.call(
                        HttpMethod.POST,
                        "/api/campaigns",
                        newsletters.bearer,
                        Map.of(
                                "programmeId",
                                newsletters.programme,
                                "subject",
                                Map.of("es", "Hola {{nmae}}"),
                                "text",
                                Map.of("es", "<b>nunca cerrado")),
                        400);
        assertThat(problem.get("errors").toString())
                .contains("subject.es", "unknown-variable", "{{nmae}}")
                .contains("text.es", "html-not-closed", "<b>");
    }

    /// Whoever sends it believes that the issue waits until then.
    @Test
    void refusesAFieldThatThereIsNot() {
        var text = Map.of("es", "Cosa");
        var body =
                Map.of(
                        "programmeId",
                        newsletters.programme,
                        "subject",
                        text,
                        "text",
                        text,
                        "sendAt",
                        "2026-12-01T08:00:00Z");
        var problem =
                newsletters.call(HttpMethod.POST, "/api/campaigns", newsletters.bearer, body, 400);
        assertThat(problem.get("errors").toString()).contains("sendAt", "unknown-field");
    }

    @Test
    void readsNoTextWhereNullStandsForOne() {
        var written =
                newsletters.call(
                        HttpMethod.POST,
                        "/api/campaigns",
                        newsletters.bearer,
                        Map.of(
                                "programmeId",
                                newsletters.programme,
                                "subject",
                                languages("a", null),
                                "text",
                                languages("b", null),
                                "preheader",
                                languages(null, null),
                                "rate",
                                5.0),
                        201);

        assertThat(written.get("text").propertyNames()).containsExactly("en");
        assertThat(written.get("rate").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"rate\":1.5}' | rate | wrong-type",
                "'{\"text\":{\"en\":\"a\\u0000\"}}' | text.en | invalid-characters",
                "'{\"preheader\":{\"\\u0001\":\"a\"}}' | '' | invalid-characters",
                "'{\"programmeId\":\"\"}' | programmeId | invalid-id"
            })
    void saysWhichPartOfACampaignIsWrong(String body, String field, String code) {
        var errors =
                newsletters
                        .call(
                                HttpMethod.POST,
                                "/api/campaigns",
                                newsletters.bearer,
                                JsonMapper.shared().readTree(body),
                                400)
                        .get("errors");

        assertThat(errors.get(0).get("code").asString()).isEqualTo(code);
        assertThat(errors.get(0).get("field").asString()).startsWith(field);
    }

    @Test
    void namesAllThatIsMissing() {
        var errors =
                newsletters
                        .call(HttpMethod.POST, "/api/campaigns", newsletters.bearer, Map.of(), 400)
                        .get("errors");

        assertThat(errors.findValuesAsString("field"))
                .containsExactly("programmeId", "subject", "text");
        assertThat(errors.findValuesAsString("code")).containsOnly("required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=", "limit=x", "after=", "programmeId="})
    void saysWhichParameterOfTheListIsWrong(String parameter) {
        var problem =
                newsletters.call(
                        HttpMethod.GET,
                        "/api/campaigns?" + parameter,
                        newsletters.bearer,
                        null,
                        400);

        assertThat(problem.get("errors").get(0).get("field").asString())
                .isEqualTo(parameter.substring(0, parameter.indexOf('=')));
    }

    private static Map<String, @Nullable String> languages(
            @Nullable String english, @Nullable String spanish) {
        var texts = new HashMap<String, @Nullable String>();
        texts.put("en", english);
        texts.put("es", spanish);
        return texts;
    }
}
