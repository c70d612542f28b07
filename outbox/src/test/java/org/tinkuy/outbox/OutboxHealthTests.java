package org.tinkuy.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class OutboxHealthTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RelayStatus relay = new RelayStatus(meters);
    private final OutboxHealth health = new OutboxHealth(relay, Duration.ofMinutes(1));

    @Test
    void isUpWhileNothingWaits() {
        relay.working(true);
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void isDownWhileAMessageWaitsForLongerThanItShould() {
        relay.working(true);
        relay.oldest(Duration.ofSeconds(61));
        assertThat(status()).isEqualTo(Status.DOWN);
        assertThat(meters.get("tinkuy.outbox.age").gauge().value()).isGreaterThan(60);
        relay.published(1);
        assertThat(status()).isEqualTo(Status.UP);
    }

    @Test
    void isDownWhenTheRelayIsGone() {
        relay.working(false);
        assertThat(status()).isEqualTo(Status.DOWN);
    }

    private Status status() {
        return health.health().getStatus();
    }
}
