package org.tinkuy.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.embedded.test.WithServers;
import reactor.core.publisher.Mono;

@SpringBootTest
@WithServers
class OutboxIT {

    @Autowired Outbox outbox;
    @Autowired Stands stands;
    @Autowired StandListeners listeners;
    @Autowired Traces traces;
    @Autowired ObservationRegistry observations;
    @Autowired KafkaAdmin admin;
    @Autowired TransactionalOperator transactional;

    @Test
    void deliversWhatWasSavedToAListener() {
        var stand = UUID.randomUUID().toString();
        stands.save(Stands.visit(stand));
        stands.awaitVisits(stand, 1);
    }

    @Test
    void failsOutsideATransaction() {
        assertThatThrownBy(() -> outbox.append(List.of(Stands.visit("none"))).block())
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void publishesNothingOfATransactionThatRollsBack() {
        var stand = UUID.randomUUID().toString();
        assertThatThrownBy(() ->
                        outbox.append(List.of(Stands.visit(stand)))
                                .then(Mono.error(new IllegalStateException("no")))
                                .as(transactional::transactional)
                                .block())
                .hasMessage("no");
        var later = UUID.randomUUID().toString();
        stands.save(Stands.visit(later));
        stands.awaitVisits(later, 1);
        assertThat(stands.visitsOf(stand)).isZero();
    }

    @Test
    void carriesATombstone() {
        var stand = UUID.randomUUID().toString();
        stands.save(Stands.published(stand, 1, "Cacao"));
        stands.awaitTitle(stand, "Cacao");
        stands.save(Stands.withdrawn(stand, 2));
        stands.awaitTitle(stand);
    }

    @Test
    void carriesTheTraceToTheListener() {
        var stand = UUID.randomUUID().toString();
        var traceparent =
                Observation.createNotStarted("visit", observations)
                        .observe(() -> {
                            stands.save(Stands.visit(stand));
                            return traces.current();
                        });
        stands.awaitVisits(stand, 1);
        assertThat(listeners.traces.get(stand)).contains(traceIdOf(traceparent));
    }

    private static String traceIdOf(@Nullable String traceparent) {
        return Objects.requireNonNull(traceparent).split("-", -1)[1];
    }

    @Test
    void carriesTheTraceThatIsGiven() {
        var stand = UUID.randomUUID().toString();
        var traceId = "0af7651916cd43dd8448eb211c80319c";
        stands.save(Stands.visit(stand).causedBy("00-" + traceId + "-b7ad6b7169203331-01"));
        stands.awaitVisits(stand, 1);
        assertThat(listeners.traces.get(stand)).contains(traceId);
    }

    @Test
    void publishesAsACloudEvent() {
        var stand = UUID.randomUUID().toString();
        stands.save(Stands.published(stand, 5, "Cacao"));
        stands.awaitTitle(stand, "Cacao");
        var record =
                KafkaLog.read("stands").stream()
                        .filter(each -> stand.equals(KafkaLog.key(each)))
                        .findFirst()
                        .orElseThrow();
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
        assertThat(partitions("stands")).isEqualTo(6);
        assertThat(partitions("error.visits.stand-service.countVisits")).isEqualTo(1);
    }

    private int partitions(String topic) {
        return admin.describeTopics(topic).values().stream()
                .mapToInt(description -> description.partitions().size())
                .sum();
    }

    @Test
    void refusesATopicThatIsNotTheServicesOwn() {
        var foreign = new OutboxMessage("attendees", "a", "x", 1, Instant.now(), Map.of());
        assertThatThrownBy(() -> stands.save(foreign)).hasMessageContaining("attendees");
    }

    @Test
    void refusesAMessageThatKafkaWouldNotTake() {
        var large = Stands.published("large", 1, "x".repeat(1_000_000));
        assertThatThrownBy(() -> stands.save(large)).hasMessageContaining("larger");
    }
}
