package org.tinkuy.problems;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/// What an answer has to say.
final class ToldProblems {

    private ToldProblems() {}

    static void isUnavailable(WebTestClient.ResponseSpec answer) {
        answer.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "2");
        is(answer, 503, "service-unavailable");
    }

    static void isWrong(WebTestClient.ResponseSpec answer, String field, String code) {
        isWrong(answer, code).jsonPath("$.errors[0].field").isEqualTo(field);
    }

    static WebTestClient.BodyContentSpec isWrong(WebTestClient.ResponseSpec answer, String code) {
        return is(answer, 400, "invalid-request").jsonPath("$.errors[0].code").isEqualTo(code);
    }

    static WebTestClient.BodyContentSpec is(
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
