package org.tinkuy.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A message that another part says, as a listener finds it.
///
/// @param sequence the version of the aggregate
/// @param body `null`: a tombstone
public record Said(String topic, String type, String key, long sequence, @Nullable JsonNode body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// A sample of the part's contract, with its own `id` as the key.
    ///
    /// @param part such as `session-service`
    public static Said sample(String part, String topic, String type, int number) {
        var body = Contract.of(part, topic, type).sample(number);
        return new Said(topic, type, body.path("id").asString(), 1, body);
    }

    /// Any value that is written as JSON: a record of the test, for instance.
    public static Said of(String topic, String type, Object key, long sequence, Object body) {
        return new Said(topic, type, key.toString(), sequence, JSON.valueToTree(body));
    }

    /// The same, written as it stands in the topic.
    public static Said json(String topic, String type, Object key, long sequence, String body) {
        return new Said(topic, type, key.toString(), sequence, JSON.readTree(body));
    }

    public static Said tombstone(String topic, String type, Object key, long sequence) {
        return new Said(topic, type, key.toString(), sequence, null);
    }

    /// Of another aggregate, in the key and in the body's `id`.
    public Said about(Object id) {
        return new Said(topic, type, id.toString(), sequence, body).with("id", id.toString());
    }

    public Said at(long newSequence) {
        return new Said(topic, type, key, newSequence, body);
    }

    public Said with(String field, Object value) {
        if (!(body instanceof ObjectNode object)) {
            throw new IllegalStateException(type + " has no fields");
        }
        var changed = object.deepCopy();
        changed.set(field, JSON.valueToTree(value));
        return new Said(topic, type, key, sequence, changed);
    }

    /// Kafka's constructor takes `null` for a tombstone, and does not say so in its type.
    @SuppressWarnings("NullAway")
    ConsumerRecord<byte[], byte[]> record() {
        byte @Nullable [] value = body == null ? null : body.toString().getBytes(UTF_8);
        var record = new ConsumerRecord<byte[], byte[]>(topic, 0, 0, key.getBytes(UTF_8), value);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "scenario",
                        "ce_subject",
                        key,
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_time",
                        Instant.EPOCH.toString(),
                        "content-type",
                        "application/json")
                .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }
}
