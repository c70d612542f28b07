package org.tinkuy.inner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.settings.RefusedSetting;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "tinkuy.inner.secret=" + InnerPortTests.SECRET)
class InnerPortTests {

    static final String SECRET = "a secret of thirty-two characters";

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @RestController
    static class AService {

        @GetMapping({"/internal/greeting", "/actuator/greeting", "/greeting", "/internals"})
        String greeting(
                @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
                        @Nullable String authorization) {
            return "Hello " + authorization;
        }
    }

    @LocalServerPort private int publicPort;
    @Autowired private InnerPort innerPort;

    @ParameterizedTest
    @ValueSource(strings = {"/internal/greeting", "/actuator/greeting"})
    void answersWhoShowsTheSecretAndKeepsItToItself(String path) {
        ask(innerPort.number(), path, SECRET)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("Hello null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/greeting", "/actuator/greeting", "/internal/nothing"})
    void asksForTheSecret(String path) {
        for (var shown : new @Nullable String[] {null, "", SECRET.substring(1), SECRET + "x"}) {
            ask(innerPort.number(), path, shown)
                    .expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/greeting",
                "/actuator/greeting",
                "/%69nternal/greeting",
                "/internal;a=b/greeting",
                "/internal"
            })
    void hasNoInnerPathOnThePublicPort(String path) {
        for (var shown : new @Nullable String[] {null, SECRET}) {
            ask(publicPort, path, shown).expectStatus().isNotFound();
        }
    }

    @Test
    void hasNoPublicPathOnTheInnerPort() {
        for (var path : List.of("/greeting", "/internals", "/")) {
            ask(innerPort.number(), path, SECRET).expectStatus().isNotFound();
        }
    }

    @Test
    void leavesPublicPathsAndTheirCallersAlone() {
        ask(publicPort, "/internals", "a token")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("Hello Bearer a token");
    }

    @Test
    void refusesASecretThatIsNone() {
        assertThatThrownBy(() -> new InnerSecret("too short"))
                .isInstanceOf(RefusedSetting.class)
                .hasMessageContaining("TINKUY_INNER_SECRET")
                .hasMessageNotContaining("too short");
        assertThat(new InnerSecret(SECRET)).hasToString("InnerSecret");
    }

    private static WebTestClient.ResponseSpec ask(int port, String path, @Nullable String secret) {
        return WebTestClient.bindToServer()
                .build()
                .get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .headers(headers -> {
                    if (secret != null) {
                        headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + secret);
                    }
                })
                .exchange();
    }
}
