package org.tinkuy.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tinkuy.outbox.OutboxProperties.Cleanup;
import org.tinkuy.outbox.OutboxProperties.Topic;

/// Rows that carry addresses do not stay as long as the others.
class BriefRetentionIT {

    private static final Duration KEEP = Duration.ofMinutes(45);
    private static final Map<String, Topic> TOPICS =
            Map.of("sign-ins", topic(KEEP), "visits", topic(null));

    private final OutboxDatabase database = new OutboxDatabase();
    private final BriefRetention retention =
            new BriefRetention(database.client(), Map.of("sign-ins", KEEP));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void removesWhatWasPublishedLongEnoughAgo() {
        append("sign-ins", "visits");
        publishedAgo("46 minutes");
        append("sign-ins");
        publishedAgo("44 minutes");

        assertThat(remove()).isEqualTo(1);
        assertThat(topics()).containsExactlyInAnyOrder("sign-ins", "visits");
    }

    @Test
    void leavesWhatIsNotPublished() {
        append("sign-ins");
        assertThat(remove()).isZero();
        assertThat(topics()).containsExactly("sign-ins");
    }

    @Test
    void waitsForWhatIsRepublished() {
        append("sign-ins");
        publishedAgo("2 hours");
        database.append(TOPICS, true, message("visits"));
        assertThat(remove()).isZero();
        publishedAgo("1 minute");
        assertThat(remove()).isEqualTo(1);
        assertThat(topics()).containsExactly("visits");
    }

    private static Topic topic(@Nullable Duration keep) {
        return new Topic(Cleanup.DELETE, null, null, null, keep);
    }

    private void append(String... topics) {
        for (var topic : topics) {
            database.append(TOPICS, false, message(topic));
        }
    }

    private static OutboxMessage message(String topic) {
        return new OutboxMessage(topic, "ana", "asked", 1, Instant.now(), Map.of());
    }

    private void publishedAgo(String interval) {
        database.execute(
                "update outbox_messages set published_at = clock_timestamp() - interval '"
                        + interval
                        + "' where published_at is null");
    }

    private long remove() {
        return Objects.requireNonNull(retention.remove(Instant.now(), 100).block(Stands.PATIENCE));
    }

    private List<String> topics() {
        return Objects.requireNonNull(
                database.client()
                        .sql("select topic from outbox_messages")
                        .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                        .all()
                        .collectList()
                        .block(Stands.PATIENCE));
    }
}
