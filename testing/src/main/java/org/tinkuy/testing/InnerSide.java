package org.tinkuy.testing;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.inner.InnerPort;
import org.tinkuy.inner.InnerSecret;
import reactor.core.publisher.Flux;

/// What services and operators ask of the service under test; a test imports it.
public final class InnerSide {

    private final InnerPort port;
    private final InnerSecret secret;

    InnerSide(InnerPort port, InnerSecret secret) {
        this.port = port;
        this.secret = secret;
    }

    /// A client of the inner port that shows the secret.
    public WebTestClient http() {
        return showing(secret.authorization());
    }

    /// Fails unless a path is on the inner port alone, for who shows the secret.
    ///
    /// @param http a client of the public port
    public void isClosedToOthers(WebTestClient http, String path) {
        http().get().uri(path).exchange().expectStatus().isOk();
        for (var shown : new String[] {"", "Bearer guess", secret.authorization() + "x"}) {
            showing(shown).get().uri(path).exchange().expectStatus().isUnauthorized();
        }
        http.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, secret.authorization())
                .exchange()
                .expectStatus()
                .isNotFound();
        http.get().uri(path).exchange().expectStatus().isNotFound();
    }

    /// Fails unless the service says that it is not ready while all connections to its database are
    /// lent.
    ///
    /// @param connections so many as its pool has
    public void isNotReadyWithoutADatabase(ConnectionFactory database, int connections) {
        var lent =
                Flux.range(0, connections)
                        .concatMap(_ -> database.create())
                        .collectList()
                        .blockOptional()
                        .orElseThrow();
        try {
            readiness().isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        } finally {
            Flux.fromIterable(lent).concatMap(Connection::close).blockLast();
        }
        readiness().isOk();
    }

    private StatusAssertions readiness() {
        return http().get().uri("/actuator/health/readiness").exchange().expectStatus();
    }

    private WebTestClient showing(String authorization) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port.number())
                .responseTimeout(Duration.ofSeconds(20))
                .defaultHeader(HttpHeaders.AUTHORIZATION, authorization)
                .build();
    }
}
