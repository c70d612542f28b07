package org.tinkuy.site.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.tinkuy.inner.InnerSecret;
import org.tinkuy.site.SiteProperties;
import org.tinkuy.telemetry.Traces;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/// What all clients have in common.
class ServiceClientsTests {

    private static final Duration A_MOMENT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(20);

    record Answer(String word) {}

    interface Words {

        @PostExchange("/lost-once")
        Mono<Answer> send(@RequestHeader("Idempotency-Key") String key);

        @PostExchange("/lost-once")
        Mono<Answer> send();

        @PostExchange("/refused")
        Mono<Void> refused();

        @GetExchange("/broken")
        Mono<Answer> broken();

        @GetExchange("/late")
        Mono<Answer> late();

        @Dispensable
        @GetExchange("/late")
        Mono<Answer> lateAndDispensable();
    }

    private final AtomicInteger sent = new AtomicInteger();
    private final DisposableServer server =
            HttpServer.create()
                    .host("127.0.0.1")
                    .port(0)
                    .route(routes ->
                            routes.post("/lost-once", (_, response) -> lostOnce(response))
                                    .post(
                                            "/refused",
                                            (_, response) ->
                                                    json(
                                                            response.status(409),
                                                            "{\"type\":\"urn:tinkuy:problem:session-ended\"}"))
                                    .get(
                                            "/broken",
                                            (_, response) -> json(response.status(500), "<html>"))
                                    .get(
                                            "/late",
                                            (_, response) ->
                                                    Mono.delay(A_MOMENT.multipliedBy(4))
                                                            .then(
                                                                    json(
                                                                            response,
                                                                            "{\"word\":\"late\"}"))))
                    .bindNow();

    private Mono<Void> lostOnce(HttpServerResponse response) {
        if (sent.incrementAndGet() == 1) {
            response.withConnection(Connection::dispose);
            return Mono.never();
        }
        return json(response, "{\"word\":\"yes\"}");
    }

    private static Mono<Void> json(HttpServerResponse response, String body) {
        return response.header("Content-Type", "application/json")
                .sendString(Mono.just(body))
                .then();
    }

    private final Words words =
            new ServiceClients(
                            WebClient.builder(),
                            Traces.NONE,
                            properties(),
                            new InnerSecret("s".repeat(32)))
                    .of(Service.REGISTRATION, Words.class);

    private SiteProperties properties() {
        var url = URI.create("http://127.0.0.1:" + server.port());
        return new SiteProperties(url, url, url, url, url, LONG, A_MOMENT);
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void asksOnceMoreWhatCarriesAKeyWhenTheConnectionBreaks() {
        assertThat(words.send("a-key-of-16-chars").block(LONG)).isEqualTo(new Answer("yes"));
        assertThat(sent).hasValue(2);
    }

    @Test
    void asksNothingTwiceThatCarriesNoKey() {
        assertThatExceptionOfType(ServiceUnavailable.class)
                .isThrownBy(() -> words.send().block(LONG))
                .withMessageContaining("registration-service did not answer");
        assertThat(sent).hasValue(1);
    }

    @Test
    void aRefusalIsAProblemWithItsName() {
        assertThatExceptionOfType(ServiceProblem.class)
                .isThrownBy(() -> words.refused().block(LONG))
                .matches(problem -> problem.status() == 409 && problem.is("session-ended"));
    }

    @Test
    void whateverElseIsAnsweredIsAServiceThatIsAway() {
        assertThatExceptionOfType(ServiceUnavailable.class)
                .isThrownBy(() -> words.broken().block(LONG))
                .withMessageContaining("registration-service answered 500");
    }

    @Test
    void waitsAMomentOnlyForWhatAPageDoesWithout() {
        assertThatExceptionOfType(ServiceUnavailable.class)
                .isThrownBy(() -> words.lateAndDispensable().block(LONG));
        assertThat(words.late().block(LONG)).isEqualTo(new Answer("late"));
    }
}
