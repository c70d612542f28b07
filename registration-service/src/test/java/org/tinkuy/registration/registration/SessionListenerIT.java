package org.tinkuy.registration.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tinkuy.registration.registration.Office.anAttendee;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.seats.SessionFixtures;
import org.tinkuy.registration.seats.SessionId;
import org.tinkuy.testing.InnerSide;

@RunningService
class SessionListenerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired BeanFactory beans;
    @Autowired WebTestClient http;
    @Autowired InnerSide inner;

    @Value("${spring.kafka.bootstrap-servers}")
    String brokers;

    private Office office;
    private KafkaProducer<byte[], byte[]> producer;
    private final SessionId session = new SessionId(UUID.randomUUID());

    @BeforeEach
    void open() {
        office = new Office(beans);
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", brokers),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void followsASessionFromItsPublicationToItsWithdrawal() {
        publish(1, 1);
        untilSeats("[{\"capacity\": 1, \"taken\": 0, \"left\": 1, \"waiting\": 0}]");
        office.decide(office.register(anAttendee(), session));
        office.decide(office.register(anAttendee(), session));

        publish(3, 2);
        untilSeats("[{\"capacity\": 2, \"taken\": 2, \"left\": 0, \"waiting\": 0}]");

        // Older than what is known, then something newer to see that it was read.
        publish(2, 7);
        publish(4, 3);
        untilSeats("[{\"capacity\": 3, \"taken\": 2, \"left\": 1, \"waiting\": 0}]");

        send("session-published", 5, null);
        untilSeats("[]");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(office.statuses(session)).isEqualTo(Map.of("cancelled", 2L)));
    }

    @Test
    void whatCannotBeReadOrUsedBecomesADeadLetterAndStopsNothing() {
        send("session-published", 1, "no json");
        send("session-published", 2, "{\"capacity\": 3}");
        publish(3, 8);

        untilSeats("[{\"capacity\": 8, \"taken\": 0, \"left\": 8, \"waiting\": 0}]");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(deadLetters())
                                .contains("\"undecodable\"", "\"rejected\"")
                                .contains(session.value().toString()));
    }

    @Test
    void aDateThatCannotBeStoredBecomesADeadLetterAndStopsNothing() {
        send("session-published", 1, body(1, 4, "\"endsAt\": \"+300000-01-01T00:00:00Z\","));
        publish(2, 6);

        untilSeats("[{\"capacity\": 6, \"taken\": 0, \"left\": 6, \"waiting\": 0}]");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(deadLetters())
                                .contains("\"data\"", "the database cannot store it: SQLSTATE 22")
                                .doesNotContain("300000"));
    }

    private String deadLetters() {
        return new String(
                inner.http()
                        .get()
                        .uri("/actuator/deadletters")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                UTF_8);
    }

    private void publish(long version, int capacity) {
        send("session-published", version, body(version, capacity, ""));
    }

    private String body(long version, int capacity, String more) {
        return String.format(
                Locale.ROOT,
                """
                {"id": "%s", "programmeId": "%s", "kind": "plenary", "admission": "open", %s
                 "capacity": %d, "version": %d, "aFieldOfTomorrow": true}
                """,
                session.value(),
                SessionFixtures.PROGRAMME.value(),
                more,
                capacity,
                version);
    }

    private void send(String type, long sequence, @Nullable String body) {
        var key = session.value().toString();
        var record =
                new ProducerRecord<>(
                        "sessions",
                        key.getBytes(UTF_8),
                        body == null ? null : body.getBytes(UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "session-service",
                        "ce_subject",
                        key,
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_time",
                        Instant.EPOCH.toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        var _ = producer.send(record);
        producer.flush();
    }

    private void untilSeats(String expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        http.get()
                                .uri("/api/seats?sessionId={id}", session.value())
                                .exchange()
                                .expectBody()
                                .json(expected));
    }
}
