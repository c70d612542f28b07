package org.tinkuy.gateway.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tinkuy.gateway.GatewayTest;
import reactor.core.publisher.Sinks;

class StreamingIT extends GatewayTest {

    @Test
    void passesEachEventOnAtOnceAndOutlivesTheResponseTimeout() throws Exception {
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
}
