package org.tinkuy.testing;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tinkuy.embedded.test.TestServers;

/// For a part's `TestApplication`: the part as a program on servers of its own, and others'
/// messages already said.
public final class OnTestServers {

    private OnTestServers() {}

    /// The arguments that tell a part where its broker is.
    public static String[] withKafka(String... arguments) {
        return arguments(Map.of("TINKUY_KAFKA", TestServers.kafka().bootstrapServers()), arguments);
    }

    /// The same with a fresh database.
    public static String[] withDatabase(String... arguments) {
        var database = TestServers.postgres().newDatabase();
        return arguments(
                Map.of(
                        "TINKUY_DATABASE", database.address(),
                        "TINKUY_DATABASE_USER", database.user(),
                        "TINKUY_DATABASE_PASSWORD", database.password()),
                withKafka(arguments));
    }

    /// What session-service's contract has for samples, a plenary to register for among it, so that
    /// every part that follows it knows the same programmes and sessions.
    public static void saySampleSchedule() {
        say(
                Said.sample("session-service", "programmes", "programme-published", 1),
                Said.sample("session-service", "programmes", "programme-published", 2),
                aPlenaryInAMonth(),
                Said.sample("session-service", "sessions", "session-published", 2));
    }

    private static Said aPlenaryInAMonth() {
        var date = LocalDate.now(ZoneOffset.UTC).plusMonths(1);
        return Said.sample("session-service", "sessions", "session-published", 1)
                .with("date", date.toString())
                .with("startsAt", date + "T23:00:00Z")
                .with("endsAt", date.plusDays(1) + "T01:00:00Z");
    }

    /// Through Kafka, whoever listens.
    public static void say(Said... messages) {
        for (var message : messages) {
            var record = message.record();
            KafkaLog.write(
                    new ProducerRecord<>(
                            record.topic(), null, record.key(), record.value(), record.headers()));
        }
    }

    private static String[] arguments(Map<String, String> settings, String... others) {
        return Stream.concat(
                        settings.entrySet().stream()
                                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()),
                        Stream.of(others))
                .toArray(String[]::new);
    }
}
