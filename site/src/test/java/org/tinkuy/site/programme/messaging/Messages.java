package org.tinkuy.site.programme.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// Messages as session-service's outbox writes them.
final class Messages {

    static final String PROGRAMME = "0195a1c0-0000-7000-8000-000000000001";
    static final String SESSION = "0195a1c0-0000-7000-8000-000000000010";

    static final String TIME = "2026-11-20T15:00:00Z";

    private Messages() {}

    static ProducerRecord<byte[], byte[]> programme(long sequence, String title) {
        return message(
                "programmes",
                PROGRAMME,
                "programme-published",
                sequence,
                """
                {"id":"%s","slug":"heading","title":{"en":"%s"},"timeZone":"America/Lima"}
                """
                        .formatted(PROGRAMME, title));
    }

    static ProducerRecord<byte[], byte[]> session(String id, long sequence, String place) {
        return message(
                "sessions",
                id,
                "session-published",
                sequence,
                String.format(
                        Locale.ROOT,
                        """
                        {"id":"%s","programmeId":"%s","kind":"plenary","timeZone":"America/Lima","place":"%s",
                         "version":%d}
                        """,
                        id,
                        PROGRAMME,
                        place,
                        sequence));
    }

    static ProducerRecord<byte[], byte[]> withdrawn(String id, long sequence) {
        return message("sessions", id, "session-withdrawn", sequence, null);
    }

    static ProducerRecord<byte[], byte[]> message(
            String topic, String key, String type, long sequence, @Nullable String body) {
        var message =
                new ProducerRecord<byte[], byte[]>(
                        topic, bytes(key), body == null ? null : bytes(body));
        message.headers().add("ce_type", bytes(type));
        message.headers().add("ce_time", bytes(TIME));
        message.headers().add("ce_sequence", bytes(String.valueOf(sequence)));
        return message;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
