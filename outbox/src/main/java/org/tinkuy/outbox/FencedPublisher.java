package org.tinkuy.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.tinkuy.messages.CloudEventHeaders;
import org.tinkuy.telemetry.Traces;

/// Publishes batches in Kafka transactions under the service's one `transactional.id`.
///
/// Opening it fences every earlier one: what a paused former leader sends later is refused. So a
/// batch must have been read after the opening and be sent before the next.
class FencedPublisher implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;
    private final String source;
    private final Traces traces;

    /// @param source the service that publishes (CloudEvents `source`)
    FencedPublisher(Producer<byte[], byte[]> producer, String source, Traces traces) {
        this.producer = producer;
        this.source = source;
        this.traces = traces;
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// @param kafka how to reach Kafka
    static FencedPublisher open(Map<String, Object> kafka, String service, Traces traces) {
        return new FencedPublisher(producer(kafka, service), service, traces);
    }

    static Producer<byte[], byte[]> producer(Map<String, Object> kafka, String service) {
        return new KafkaProducer<>(settings(kafka, service + "-outbox"));
    }

    private static Map<String, Object> settings(Map<String, Object> kafka, String transactionalId) {
        var settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        // A broker that is down is noticed soon; the relay tries again without end.
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
        // Consumers wait behind the open transaction of a leader that died for this long at most.
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 30_000);
        return settings;
    }

    void publish(List<OutboxRow> rows) {
        var spans = new ArrayList<Span>(rows.size());
        producer.beginTransaction();
        try {
            for (var row : rows) {
                var cause = row.traceparent();
                var span = traces.follow(cause, row.topic() + " publish", SpanKind.PRODUCER);
                spans.add(span);
                // A failed send fails the commit.
                var _ = producer.send(record(row, Traces.traceparent(span, cause)));
            }
            producer.commitTransaction();
        } catch (RuntimeException e) {
            spans.forEach(span -> span.recordException(e).setStatus(StatusCode.ERROR));
            throw e;
        } finally {
            spans.forEach(Span::end);
        }
    }

    private ProducerRecord<byte[], byte[]> record(OutboxRow row, @Nullable String traceparent) {
        var data = row.data();
        var record =
                new ProducerRecord<byte[], byte[]>(
                        row.topic(),
                        null,
                        row.key().getBytes(UTF_8),
                        data == null ? null : data.getBytes(UTF_8));
        var headers = record.headers();
        put(headers, CloudEventHeaders.SPEC_VERSION, "1.0");
        put(headers, CloudEventHeaders.ID, row.id().toString());
        put(headers, CloudEventHeaders.TYPE, row.type());
        put(headers, CloudEventHeaders.SOURCE, source);
        put(headers, CloudEventHeaders.SUBJECT, row.subject());
        put(headers, CloudEventHeaders.SEQUENCE, Long.toString(row.sequence()));
        put(headers, CloudEventHeaders.TIME, row.time().toString());
        if (data != null) {
            put(headers, CloudEventHeaders.CONTENT_TYPE, "application/json");
        }
        if (row.republished()) {
            put(headers, CloudEventHeaders.REPUBLISHED, "true");
        }
        if (traceparent != null) {
            put(headers, CloudEventHeaders.TRACEPARENT, traceparent);
        }
        return record;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    /// An open transaction is aborted by the next opening, or by the broker when it times out.
    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
