package org.tinkuy.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.tinkuy.messages.CloudEventHeaders;

/// Reads a topic of dead letters from its beginning to its end.
final class DeadLetterReader {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> kafka;
    private final Map<String, Object> admin;

    /// @param kafka settings of a consumer
    /// @param admin settings of an admin client
    DeadLetterReader(Map<String, Object> kafka, Map<String, Object> admin) {
        this.admin = admin;
        this.kafka = new HashMap<>(kafka);
        this.kafka.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        this.kafka.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        this.kafka.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.kafka.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.kafka.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.kafka.remove(ConsumerConfig.GROUP_ID_CONFIG);
    }

    void read(InboxBinding binding, Consumer<ConsumerRecord<byte[], byte[]>> letters) {
        try (var consumer = new KafkaConsumer<byte[], byte[]>(kafka)) {
            if (consumer.partitionsFor(binding.deadLetterTopic()).isEmpty()) {
                return;
            }
            var partition = partition(binding);
            var all = List.of(partition);
            consumer.assign(all);
            consumer.seekToBeginning(all);
            var end = consumer.endOffsets(all).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(PATIENCE).forEach(letters);
            }
        }
    }

    void forget(InboxBinding binding, long before) {
        try (var client = Admin.create(admin)) {
            var _ =
                    client.deleteRecords(
                                    Map.of(
                                            partition(binding),
                                            RecordsToDelete.beforeOffset(before)))
                            .all()
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join();
        }
    }

    private static TopicPartition partition(InboxBinding binding) {
        return new TopicPartition(binding.deadLetterTopic(), 0);
    }

    /// The message as it was before it became a dead letter.
    static ConsumerRecord<byte[], byte[]> original(ConsumerRecord<byte[], byte[]> letter) {
        var original =
                new ConsumerRecord<>(
                        header(letter, DeadLetterWriter.TOPIC, letter.topic()),
                        Integer.parseInt(header(letter, DeadLetterWriter.PARTITION, "0")),
                        Long.parseLong(header(letter, DeadLetterWriter.OFFSET, "0")),
                        letter.key(),
                        letter.value());
        for (Header header : letter.headers()) {
            if (!header.key().startsWith(DeadLetterWriter.PREFIX)) {
                original.headers().add(header);
            }
        }
        return original;
    }

    static DeadLetter described(InboxBinding binding, ConsumerRecord<byte[], byte[]> letter) {
        return new DeadLetter(
                id(letter),
                binding.function(),
                header(letter, DeadLetterWriter.TOPIC, binding.topic()),
                header(letter, DeadLetterWriter.PARTITION, ""),
                header(letter, DeadLetterWriter.OFFSET, ""),
                letter.key() == null ? null : new String(letter.key(), UTF_8),
                header(letter, CloudEventHeaders.ID),
                header(letter, CloudEventHeaders.TYPE),
                header(letter, DeadLetterWriter.KIND, ""),
                header(letter, DeadLetterWriter.REASON, ""),
                header(letter, DeadLetterWriter.TIME, ""));
    }

    /// What somebody else put into the topic gets an id from its place.
    static UUID id(ConsumerRecord<byte[], byte[]> letter) {
        var id = header(letter, DeadLetterWriter.LETTER);
        return id == null
                ? UUID.nameUUIDFromBytes((letter.topic() + "@" + letter.offset()).getBytes(UTF_8))
                : UUID.fromString(id);
    }

    private static String header(
            ConsumerRecord<byte[], byte[]> letter, String name, String otherwise) {
        var value = header(letter, name);
        return value == null ? otherwise : value;
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        var header = letter.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
