package org.tinkuy.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.R2dbcTransientResourceException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class UncancelledTests {

    @Test
    void goesOnWhenTheClientGoesAway() {
        var gate = Sinks.<String>one();
        var written = new AtomicBoolean();

        Uncancelled.run(gate.asMono().doOnNext(_ -> written.set(true))).subscribe().dispose();
        gate.tryEmitValue("go").orThrow();

        assertThat(written).isTrue();
    }

    @Test
    void seesTheContextOfTheRequest() {
        var seen =
                Uncancelled.run(Mono.deferContextual(c -> Mono.just(c.<String>get("trace"))))
                        .contextWrite(context -> context.put("trace", "7"))
                        .block();

        assertThat(seen).isEqualTo("7");
    }

    @Test
    void repeatsNothingButContention() {
        var attempts = new AtomicInteger();
        var away = new R2dbcTransientResourceException("away", "08006");

        assertThatThrownBy(() ->
                        Uncancelled.run(
                                        Mono.defer(() -> {
                                            attempts.incrementAndGet();
                                            return Mono.error(away);
                                        }))
                                .block())
                .isSameAs(away);
        assertThat(attempts).hasValue(1);
    }
}
