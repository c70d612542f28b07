package org.tinkuy.gateway.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.tinkuy.gateway.GatewayTest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class StreamingIT extends GatewayTest {

    @Test
    void passesEachEventOnAtOnce() throws Exception {
        var events = Sinks.many().unicast().<String>onBackpressureBuffer();
        site.answers((_, response) -> response.sse().sendString(events.asFlux()));
        events.tryEmitNext("data: first\n\n");
        var answer = http.send(request("/live/1").build(), BodyHandlers.ofInputStream());
        try (var lines =
                new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: first");
            lines.readLine();
            events.tryEmitNext("data: second\n\n");
            assertThat(lines.readLine()).isEqualTo("data: second");
            events.tryEmitComplete();
        }
    }

    @Test
    void keepsAStreamThatIsSilentForLongerThanAServiceMayTakeToAnswer() throws Exception {
        var late = Mono.delay(ANSWERS_WITHIN.plusSeconds(1)).thenReturn("data: late\n\n");
        site.answers((_, response) ->
                response.sse().sendString(Flux.concat(Mono.just("data: first\n\n"), late)));
        assertThat(send(request("/live/1")).body()).contains("data: first", "data: late");
    }

    @Test
    void tellsTheServiceThatWhoeverAskedWentAway() throws Exception {
        var gone = new CompletableFuture<Void>();
        site.answers((_, response) ->
                response.sse()
                        .sendString(
                                Flux.concat(Mono.just("data: first\n\n"), Mono.<String>never())
                                        .doOnCancel(() -> gone.complete(null))));
        var answer = http.send(request("/live/1").build(), BodyHandlers.ofInputStream());
        answer.body().close();
        assertThat(gone).succeedsWithin(Duration.ofSeconds(10));
    }
}
