package org.tinkuy.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;

/// Puts a message that can never succeed into `error.<topic>.<group>`, as it came, with the reason
/// in headers. If that fails, the message is read again.
final class DeadLetterWriter {

    static final String LETTER = "letter_id";
    static final String KIND = "letter_kind";
    static final String REASON = "letter_reason";
    static final String TIME = "letter_time";
    static final String TOPIC = "letter_topic";
    static final String PARTITION = "letter_partition";
    static final String OFFSET = "letter_offset";
    static final String PREFIX = "letter_";

    private static final Logger log = LoggerFactory.getLogger(DeadLetterWriter.class);

    private static final long PATIENCE_SECONDS = 30;

    private final KafkaOperations<byte[], byte[]> kafka;
    private final Clock clock;
    private final MeterRegistry meters;

    DeadLetterWriter(KafkaOperations<byte[], byte[]> kafka, Clock clock, MeterRegistry meters) {
        this.kafka = kafka;
        this.clock = clock;
        this.meters = meters;
    }

    void write(String group, ConsumerRecord<?, ?> record, Exception failure) {
        var cause = DeadLetterReason.cause(failure);
        var kind = String.valueOf(DeadLetterReason.of(failure)).toLowerCase(Locale.ROOT);
        var letter =
                new ProducerRecord<>(
                        InboxBinding.deadLetterTopic(record.topic(), group),
                        0,
                        (byte[]) record.key(),
                        (byte[]) record.value(),
                        record.headers());
        var headers = letter.headers();
        put(headers, LETTER, UUID.randomUUID().toString());
        put(headers, KIND, kind);
        put(headers, REASON, String.valueOf(cause.getMessage()));
        put(headers, TIME, clock.instant().toString());
        put(headers, TOPIC, record.topic());
        put(headers, PARTITION, Integer.toString(record.partition()));
        put(headers, OFFSET, Long.toString(record.offset()));
        send(letter);
        meters.counter("tinkuy.inbox.dead.letters", "topic", record.topic(), "kind", kind)
                .increment();
        log.warn(
                "Message {}-{}@{} became a dead letter of {}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                group,
                cause.getMessage());
    }

    private void send(ProducerRecord<byte[], byte[]> letter) {
        try {
            kafka.send(letter).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the dead letter was not written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("the dead letter was not written", e);
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(UTF_8));
    }
}
