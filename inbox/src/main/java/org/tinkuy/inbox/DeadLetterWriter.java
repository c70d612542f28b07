package org.tinkuy.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.Objects;
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

    private static final String TOLD = "Message {} became a dead letter of {}: {}";

    private static final long PATIENCE_SECONDS = 30;

    private final KafkaOperations<byte[], byte[]> kafka;
    private final UnsettledData unsettled;
    private final Clock clock;
    private final InboxMeters meters;

    DeadLetterWriter(
            KafkaOperations<byte[], byte[]> kafka,
            UnsettledData unsettled,
            Clock clock,
            InboxMeters meters) {
        this.kafka = kafka;
        this.unsettled = unsettled;
        this.clock = clock;
        this.meters = meters;
    }

    void write(String group, ConsumerRecord<?, ?> record, Exception failure) {
        var id = UUID.randomUUID();
        var reason = Objects.requireNonNull(DeadLetterReason.of(failure), "it may pass by itself");
        var words = DeadLetterReason.inWords(failure);
        var letter =
                new ProducerRecord<>(
                        InboxBinding.deadLetterTopic(record.topic(), group),
                        0,
                        (byte[]) record.key(),
                        (byte[]) record.value(),
                        record.headers());
        var headers = letter.headers();
        put(headers, LETTER, id.toString());
        put(headers, KIND, reason.kind());
        put(headers, REASON, words);
        put(headers, TIME, clock.instant().toString());
        put(headers, TOPIC, record.topic());
        put(headers, PARTITION, Integer.toString(record.partition()));
        put(headers, OFFSET, Long.toString(record.offset()));
        send(letter);
        meters.deadLetter(record.topic(), reason);
        if (reason == DeadLetterReason.DATA) {
            unsettled.add(id, record.topic());
            log.error(TOLD, place(record), group, words, new Refused(failure));
        } else {
            log.warn(TOLD, place(record), group, words);
        }
    }

    private static String place(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }

    /// Where the database refused something, without the values that its own message may name.
    private static final class Refused extends RuntimeException {

        Refused(Throwable failure) {
            super(failure.getClass().getName());
            setStackTrace(failure.getStackTrace());
            for (var suppressed : failure.getSuppressed()) {
                addSuppressed(new Refused(suppressed));
            }
            if (failure.getCause() != null) {
                initCause(new Refused(failure.getCause()));
            }
        }
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
