package org.tinkuy.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.embedded.test.WithServers;
import org.tinkuy.retention.Retention;
import org.tinkuy.testing.KafkaLog;

/// A compacted topic is read again from its beginning after the notes of its facts were removed.
@SpringBootTest
@WithServers
class ReplayIT {

    private static final String BINDING = "tellOfStands-in-0";
    private static final String GROUP = "stand-service.tellOfStands";

    private final String stand = UUID.randomUUID().toString();

    @Autowired Stands stands;
    @Autowired BindingsLifecycleController bindings;
    @Autowired DatabaseClient database;
    @Autowired Retention inboxMessagesRetention;

    @Test
    void nobodyIsToldTwice() throws Exception {
        var longAgo = Instant.now().minus(inboxMessagesRetention.keep()).minus(Duration.ofDays(1));
        KafkaLog.write(writtenAt(longAgo, 1));
        KafkaLog.write(writtenAt(longAgo, 2));
        awaitTold(2);
        execute("update inbox_messages set handled_at = handled_at - interval '41 days'");
        assertThat(inboxMessagesRetention.remove(Instant.now(), 1000).block(Stands.PATIENCE))
                .isPositive();
        assertThat(stands.count("select count(*) from inbox_messages")).isZero();

        bindings.stop(BINDING);
        readFromTheBeginning();
        bindings.start(BINDING);
        KafkaLog.write(writtenAt(Instant.now(), 3));
        awaitTold(3);

        assertThat(toldOf(1)).isEqualTo(1);
        assertThat(toldOf(2)).isEqualTo(1);
    }

    @Test
    void keepsNotesThatCanStillBeNeeded() {
        KafkaLog.write(writtenAt(Instant.now(), 1));
        awaitTold(1);
        execute("update inbox_messages set handled_at = handled_at - interval '39 days'");
        assertThat(inboxMessagesRetention.remove(Instant.now(), 1000).block(Stands.PATIENCE))
                .isZero();
    }

    private ProducerRecord<byte[], byte[]> writtenAt(Instant time, long sequence) {
        var event =
                Events.event("stands", stand, UUID.randomUUID(), sequence, "{\"title\":\"Cacao\"}");
        return new ProducerRecord<>(
                event.topic(),
                null,
                time.toEpochMilli(),
                event.key(),
                event.value(),
                event.headers());
    }

    private static void readFromTheBeginning() throws Exception {
        try (var admin = Admin.create(KafkaLog.connection())) {
            await().atMost(Stands.PATIENCE)
                    .until(() ->
                            admin
                                    .describeConsumerGroups(List.of(GROUP))
                                    .all()
                                    .get()
                                    .values()
                                    .stream()
                                    .allMatch(group -> group.members().isEmpty()));
            var offsets =
                    admin
                            .listConsumerGroupOffsets(GROUP)
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .keySet()
                            .stream()
                            .collect(
                                    Collectors.toMap(
                                            (TopicPartition partition) -> partition,
                                            _ -> new OffsetAndMetadata(0)));
            admin.alterConsumerGroupOffsets(GROUP, offsets).all().get();
        }
    }

    private void awaitTold(long count) {
        await().atMost(Stands.PATIENCE)
                .untilAsserted(() -> assertThat(stands.count(told())).isEqualTo(count));
    }

    private long toldOf(long sequence) {
        return stands.count(told() + " and sequence = " + sequence);
    }

    private String told() {
        return "select count(*) from told where stand_id = '" + stand + "'";
    }

    private void execute(String sql) {
        database.sql(sql).fetch().rowsUpdated().block(Stands.PATIENCE);
    }
}
