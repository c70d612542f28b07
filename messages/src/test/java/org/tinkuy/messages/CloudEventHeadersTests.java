package org.tinkuy.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventHeadersTests {

    private static final UUID ID = UUID.fromString("0195a1c0-0000-7000-8000-000000000001");

    record Title(String title) {}

    @Test
    void readsWhatTheContractPromises() {
        var message = CloudEventHeaders.read(event("{\"title\":\"Cacao\",\"unknown\":1}"));
        assertThat(message.topic()).isEqualTo("stands");
        assertThat(message.key()).isEqualTo("stand-1");
        assertThat(message.id()).isEqualTo(ID);
        assertThat(message.type()).isEqualTo("stand-published");
        assertThat(message.sequence()).isEqualTo(7);
        assertThat(message.time()).isEqualTo(Instant.parse("2026-11-22T15:00:00Z"));
        assertThat(message.as(Title.class)).isEqualTo(new Title("Cacao"));
    }

    @Test
    void takesAnEmptyValueForATombstone() {
        var message = CloudEventHeaders.read(event(null));
        assertThat(message.isTombstone()).isTrue();
        assertThatThrownBy(() -> message.as(Title.class)).isInstanceOf(UndecodableMessage.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_specversion",
                "ce_id",
                "ce_type",
                "ce_subject",
                "ce_sequence",
                "ce_time"
            })
    void refusesARecordWithout(String header) {
        var record = event("{}");
        record.headers().remove(header);
        assertUndecodable(record, header);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3",
        "ce_id, seven",
        "ce_sequence, 7.5",
        "ce_time, yesterday",
        "ce_type, ' '"
    })
    void refusesAnUnreadable(String header, String value) {
        var record = event("{}");
        record.headers().remove(header).add(header, value.getBytes(UTF_8));
        assertThatThrownBy(() -> CloudEventHeaders.read(record))
                .isInstanceOf(UndecodableMessage.class);
    }

    @Test
    void refusesAKeyThatIsNoText() {
        var record = new ConsumerRecord<>("stands", 0, 0, new byte[] {(byte) 0xff}, new byte[0]);
        event("{}").headers().forEach(record.headers()::add);
        assertUndecodable(record, "UTF-8");
    }

    @Test
    void refusesARecordWithoutAKey() {
        var record = new ConsumerRecord<byte[], byte[]>("stands", 0, 0, null, new byte[0]);
        event("{}").headers().forEach(record.headers()::add);
        assertUndecodable(record, "key");
    }

    private static void assertUndecodable(ConsumerRecord<byte[], byte[]> record, String because) {
        assertThatThrownBy(() -> CloudEventHeaders.read(record))
                .isInstanceOf(UndecodableMessage.class)
                .hasMessageContaining(because);
    }

    private static ConsumerRecord<byte[], byte[]> event(@Nullable String body) {
        var record =
                new ConsumerRecord<byte[], byte[]>(
                        "stands",
                        0,
                        0,
                        "stand-1".getBytes(UTF_8),
                        body == null ? null : body.getBytes(UTF_8));
        record.headers()
                .add("ce_specversion", "1.0".getBytes(UTF_8))
                .add("ce_id", ID.toString().getBytes(UTF_8))
                .add("ce_type", "stand-published".getBytes(UTF_8))
                .add("ce_subject", "stand-1".getBytes(UTF_8))
                .add("ce_sequence", "7".getBytes(UTF_8))
                .add("ce_time", "2026-11-22T10:00:00-05:00".getBytes(UTF_8));
        return record;
    }
}
