package org.tinkuy.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.embedded.test.WithServers;
import org.tinkuy.testing.KafkaLog;
import reactor.core.publisher.Mono;

@SpringBootTest
@WithServers
class OutboxIT {

    private final String stand = UUID.randomUUID().toString();

    @Autowired Outbox outbox;
    @Autowired RepublishEndpoint republish;
    @Autowired KafkaAdmin admin;
    @Autowired DatabaseClient database;
    @Autowired TransactionalOperator transactional;

    @Test
    void failsOutsideATransaction() {
        assertThatThrownBy(() -> outbox.append(List.of(Stands.visit("none"))).block())
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void publishesNothingOfATransactionThatRollsBack() {
        assertThatThrownBy(() ->
                        outbox.append(List.of(Stands.visit(stand)))
                                .then(Mono.error(new IllegalStateException("no")))
                                .as(transactional::transactional)
                                .block())
                .hasMessage("no");
        var later = UUID.randomUUID().toString();
        save(Stands.visit(later));
        awaitRecords("visits", later, 1);
        assertThat(records("visits", stand)).isEmpty();
    }

    @Test
    void publishesInTheOrderInWhichATransactionAppends() {
        append(Stands.published(stand, 1, "Cacao"))
                .then(append(Stands.published(stand, 2, "Coffee")))
                .then(append(Stands.published(stand, 3, "Quinoa")))
                .as(transactional::transactional)
                .block(Stands.PATIENCE);

        assertThat(awaitRecords("stands", stand, 3))
                .extracting(record -> KafkaLog.header(record, "ce_sequence"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void publishesAsACloudEvent() {
        save(Stands.published(stand, 5, "Cacao"));
        var record = awaitRecords("stands", stand, 1).getFirst();
        assertThat(UUID.fromString(KafkaLog.header(record, "ce_id")).version()).isEqualTo(7);
        assertThat(KafkaLog.header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(KafkaLog.header(record, "ce_type")).isEqualTo("stand-published");
        assertThat(KafkaLog.header(record, "ce_source")).isEqualTo("stand-service");
        assertThat(KafkaLog.header(record, "ce_subject")).isEqualTo(stand);
        assertThat(KafkaLog.header(record, "ce_sequence")).isEqualTo("5");
        assertThat(KafkaLog.header(record, "content-type")).isEqualTo("application/json");
        assertThat(new String(record.value(), UTF_8)).isEqualTo("{\"title\":\"Cacao\"}");
    }

    @Test
    void declaresItsTopics() {
        save(Stands.published(stand, 1, "Cacao"));
        awaitRecords("stands", stand, 1);
        assertThat(admin.describeTopics("stands").values())
                .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(6))
                .hasSize(1);
    }

    @Test
    void republishesTheCurrentStateOfEverything() {
        own(stand, 7, "Cacao");

        assertThat(republish.republish("stands")).containsEntry("stands", owned());

        var copy = awaitRecords("stands", stand, 1).getFirst();
        assertThat(KafkaLog.header(copy, "ce_sequence")).isEqualTo("7");
        assertThat(KafkaLog.header(copy, "ce_republished")).isEqualTo("true");
    }

    @Test
    void refusesATopicThatIsNotTheServicesOwn() {
        var foreign = new OutboxMessage("attendees", "a", "x", 1, Instant.now(), Map.of());
        assertThatThrownBy(() -> save(foreign)).hasMessageContaining("attendees");
    }

    @Test
    void refusesAMessageThatKafkaWouldNotTake() {
        var large = Stands.published("large", 1, "x".repeat(1_000_000));
        assertThatThrownBy(() -> save(large)).hasMessageContaining("larger");
    }

    private void save(OutboxMessage message) {
        append(message).as(transactional::transactional).block(Stands.PATIENCE);
    }

    private Mono<Void> append(OutboxMessage message) {
        return outbox.append(List.of(message));
    }

    private void own(String id, long version, String title) {
        database.sql("insert into stand (id, title, version) values (:id, :title, :version)")
                .bind("id", UUID.fromString(id))
                .bind("title", title)
                .bind("version", version)
                .fetch()
                .rowsUpdated()
                .block(Stands.PATIENCE);
    }

    private long owned() {
        return Objects.requireNonNull(
                database.sql("select count(*) from stand")
                        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                        .one()
                        .block(Stands.PATIENCE));
    }

    private static List<ConsumerRecord<byte[], byte[]>> awaitRecords(
            String topic, String key, int count) {
        return await().atMost(Stands.PATIENCE)
                .until(() -> records(topic, key), found -> found.size() == count);
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(String topic, String key) {
        return KafkaLog.read(topic).stream()
                .filter(record -> key.equals(KafkaLog.key(record)))
                .toList();
    }
}
