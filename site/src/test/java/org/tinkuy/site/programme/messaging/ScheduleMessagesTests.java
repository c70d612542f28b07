package org.tinkuy.site.programme.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.programme.messaging.Messages.PROGRAMME;
import static org.tinkuy.site.programme.messaging.Messages.SESSION;
import static org.tinkuy.site.programme.messaging.Messages.bytes;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.site.Schedules;
import org.tinkuy.site.programme.PublishedSchedule;
import tools.jackson.databind.json.JsonMapper;

class ScheduleMessagesTests {

    private final PublishedSchedule schedule = new PublishedSchedule();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ScheduleMessages messages =
            new ScheduleMessages(schedule, JsonMapper.builder().build(), metrics);

    private void arrives(ProducerRecord<byte[], byte[]> message) {
        var arrived = new ConsumerRecord<>(message.topic(), 0, 0, message.key(), message.value());
        message.headers().forEach(header -> arrived.headers().add(header));
        messages.handle(arrived);
    }

    private double counted(String name) {
        return metrics.counter(name).count();
    }

    static List<Path> samples() throws IOException {
        try (var files = Files.walk(Schedules.CONTRACTS)) {
            return files.filter(
                            file -> file.toString().matches(".*-published\\.sample-\\d+\\.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsEverySampleOfTheContract(Path sample) throws IOException {
        var topic = sample.getName(sample.getNameCount() - 2).toString();
        var body = Files.readString(sample);
        var id = JsonMapper.builder().build().readTree(body).get("id").asString();
        var type = topic.equals("sessions") ? "session-published" : "programme-published";

        publishedBefore("programmes/programme-published.sample-1.json");
        publishedBefore("programmes/programme-published.sample-2.json");
        arrives(Messages.message(topic, id, type, 1, body));

        assertThat(counted("tinkuy.schedule.undecodable")).isZero();
        var known =
                topic.equals("sessions")
                        ? schedule.current().located(UUID.fromString(id)).isPresent()
                        : schedule.current().programme(UUID.fromString(id)).isPresent();
        assertThat(known).isTrue();
    }

    private void publishedBefore(String sample) throws IOException {
        var json = Files.readString(Schedules.CONTRACTS.resolve(sample));
        schedule.publish(Schedules.programme(json), 1);
    }

    @Test
    void ignoresFieldsAndKindsItDoesNotKnow() {
        arrives(Messages.programme(1, "Heading"));
        arrives(
                Messages.message(
                        "sessions",
                        SESSION,
                        "session-published",
                        1,
                        """
                        {"id":"%s","programmeId":"%s","kind":"concert","timeZone":"America/Lima",
                         "streams":[{"kind":"hls"}],"new":{"a":1},"version":1}
                        """
                                .formatted(SESSION, PROGRAMME)));
        arrives(Messages.message("sessions", SESSION, "session-moved", 2, "{}"));

        assertThat(schedule.current().located(UUID.fromString(SESSION))).isPresent();
        assertThat(counted("tinkuy.schedule.undecodable")).isZero();
    }

    @Test
    void takesTheSameMessageTwice() {
        arrives(Messages.programme(1, "Heading"));
        arrives(Messages.session(SESSION, 3, "Lima"));
        arrives(Messages.session(SESSION, 3, "Lima"));

        assertThat(schedule.current().programme(UUID.fromString(PROGRAMME)))
                .hasValueSatisfying(programme ->
                        assertThat(schedule.current().locatedIn(programme)).hasSize(1));
        assertThat(counted("tinkuy.schedule.outdated")).isZero();
    }

    @Test
    void knowsSinceWhenAStateIsTrue() {
        arrives(Messages.programme(1, "Heading"));
        arrives(Messages.session(SESSION, 3, "Lima"));

        assertThat(schedule.current().located(UUID.fromString(SESSION)))
                .hasValueSatisfying(
                        at -> assertThat(at.session().changedAt()).isEqualTo(Messages.TIME));
    }

    @Test
    void refusesAnOlderState() {
        arrives(Messages.programme(1, "Heading"));
        arrives(Messages.session(SESSION, 10, "Cusco"));
        arrives(Messages.session(SESSION, 9, "Lima"));

        assertThat(schedule.current().located(UUID.fromString(SESSION)))
                .hasValueSatisfying(at -> assertThat(at.session().place()).isEqualTo("Cusco"));
        assertThat(counted("tinkuy.schedule.outdated")).isEqualTo(1);
    }

    @Test
    void whatIsWithdrawnStaysAwayFromOlderStates() {
        arrives(Messages.programme(1, "Heading"));
        arrives(Messages.session(SESSION, 1, "Lima"));
        arrives(Messages.withdrawn(SESSION, 2));
        arrives(Messages.session(SESSION, 1, "Lima"));
        assertThat(schedule.current().located(UUID.fromString(SESSION))).isEmpty();

        arrives(Messages.session(SESSION, 3, "Cusco"));
        assertThat(schedule.current().located(UUID.fromString(SESSION))).isPresent();
    }

    @Test
    void anOlderWithdrawalIsRefused() {
        arrives(Messages.programme(1, "Heading"));
        arrives(Messages.session(SESSION, 3, "Lima"));
        arrives(Messages.withdrawn(SESSION, 2));

        assertThat(schedule.current().located(UUID.fromString(SESSION))).isPresent();
    }

    @Test
    void aTombstoneWithoutHeadersRemoves() {
        arrives(Messages.programme(1, "Heading"));
        arrives(Messages.session(SESSION, 3, "Lima"));
        arrives(new ProducerRecord<>("sessions", bytes(SESSION), null));

        assertThat(schedule.current().located(UUID.fromString(SESSION))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "null",
                "{}",
                "{\"id\":\"x\"}",
                "{\"id\":\"0195a1c0-0000-7000-8000-000000000001\",\"slug\":\"a\"}",
                "{\"id\":\"0195a1c0-0000-7000-8000-000000000001\",\"slug\":\"a\","
                        + "\"title\":{\"en\":\"a\"},\"timeZone\":\"Mars/Olympus\"}"
            })
    void skipsAndCountsWhatItCannotRead(String body) {
        arrives(Messages.message("programmes", PROGRAMME, "programme-published", 1, body));
        arrives(Messages.programme(1, "Readable"));

        assertThat(counted("tinkuy.schedule.undecodable")).isEqualTo(1);
        assertThat(schedule.current().programme("heading")).isPresent();
    }

    @Test
    void skipsMessagesWithoutTheirHeaders() {
        var bare = Messages.programme(1, "Bare");
        arrives(new ProducerRecord<>("programmes", bare.key(), bare.value()));
        arrives(new ProducerRecord<>("programmes", null, null));

        assertThat(counted("tinkuy.schedule.undecodable")).isEqualTo(2);
    }
}
