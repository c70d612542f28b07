package org.tinkuy.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tinkuy.outbox.OutboxProperties.Cleanup;
import org.tinkuy.outbox.OutboxProperties.Topic;

class OutboxPropertiesTests {

    @Test
    void keepsNoMessageMuchLongerThanItsRetention() {
        assertThat(configs(Duration.ofHours(1)))
                .containsEntry("retention.ms", "3600000")
                .containsEntry("segment.ms", "3600000");
    }

    @Test
    void leavesLongRetentionsToTheBrokersSegments() {
        assertThat(configs(Duration.ofDays(30))).doesNotContainKey("segment.ms");
        assertThat(configs(null)).doesNotContainKeys("segment.ms", "retention.ms");
    }

    private static Map<String, String> configs(@Nullable Duration retention) {
        return new Topic(Cleanup.DELETE, retention, null, null, null)
                .named("visits", (short) 1)
                .configs();
    }
}
