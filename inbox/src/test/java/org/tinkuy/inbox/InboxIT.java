package org.tinkuy.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.embedded.test.WithServers;
import org.tinkuy.testing.KafkaLog;
import reactor.core.publisher.Mono;

/// What a listener does about every message that is not the one it expects.
@SpringBootTest
@WithServers
class InboxIT {

    private final String stand = UUID.randomUUID().toString();

    @Autowired Stands stands;
    @Autowired StandListeners listeners;
    @Autowired DeadLettersEndpoint deadLetters;
    @Autowired DatabaseClient database;
    @Autowired DeadLettersHealth health;
    @Autowired MeterRegistry meters;

    @BeforeEach
    @AfterEach
    void heal() {
        listeners.fault.set(UnaryOperator.identity());
    }

    @Test
    void handlesARepeatedFactOnce() {
        var id = UUID.randomUUID();
        KafkaLog.write(visit(id));
        KafkaLog.write(visit(id));
        KafkaLog.write(visit(UUID.randomUUID()));
        stands.awaitVisits(stand, 2);
    }

    @Test
    void ignoresAStateThatIsNotNewer() {
        publish(3, "Cacao");
        publish(2, "Coffee");
        publish(3, "Quinua");
        awaitHandled();
        assertThat(stands.titlesOf(stand)).containsExactly("Cacao");
    }

    @Test
    void doesNotBringBackWhatATombstoneRemoved() {
        publish(1, "Cacao");
        stands.awaitTitle(stand, "Cacao");
        KafkaLog.write(Events.event("stands", stand, UUID.randomUUID(), 2, null));
        stands.awaitTitle(stand);
        publish(1, "Cacao");
        awaitHandled();
        assertThat(stands.titlesOf(stand)).isEmpty();
    }

    @Test
    void rollsTheEffectBackWhenItsConnectionIsLostBeforeTheCommit() {
        var losses = new AtomicInteger();
        listeners.fault.set(effect ->
                losses.incrementAndGet() > 2 ? effect : effect.then(terminateOwnConnection()));
        KafkaLog.write(visit(UUID.randomUUID()));
        stands.awaitVisits(stand, 1);
        assertThat(losses).hasValue(3);
    }

    @Test
    void triesAgainWithoutEndWhileADependencyIsDown() {
        var attempts = new AtomicInteger();
        listeners.fault.set(effect ->
                attempts.incrementAndGet() <= 12
                        ? Mono.error(new IllegalStateException("the mail server is down"))
                        : effect);
        KafkaLog.write(visit(UUID.randomUUID()));
        stands.awaitVisits(stand, 1);
        assertThat(attempts).hasValue(13);
        assertThat(deadLetters.list()).noneMatch(letter -> stand.equals(letter.key()));
    }

    @Test
    void makesADeadLetterOfWhatIsRejectedAfterADependencyWasDown() {
        var attempts = new AtomicInteger();
        listeners.fault.set(effect ->
                attempts.incrementAndGet() <= 2
                        ? Mono.error(new IllegalStateException("down"))
                        : Mono.error(new MessageRejected("too late")));
        KafkaLog.write(visit(UUID.randomUUID()));
        assertThat(awaitDeadLetter().reason()).isEqualTo("too late");
    }

    @Test
    void makesADeadLetterOfWhatIsNoCloudEvent() {
        KafkaLog.write(new ProducerRecord<>("visits", utf8(stand), utf8("{}")));
        assertThat(awaitDeadLetter())
                .returns("undecodable", DeadLetter::kind)
                .returns("countVisits", DeadLetter::consumer)
                .returns("visits", DeadLetter::topic)
                .returns("no CloudEvent: ce_specversion is not 1.0", DeadLetter::reason);
        assertThat(stands.visitsOf(stand)).isZero();
    }

    @Test
    void makesADeadLetterOfMalformedJsonAndGoesOn() {
        KafkaLog.write(Events.event("visits", stand, UUID.randomUUID(), 1, "{\"standId\":"));
        KafkaLog.write(visit(UUID.randomUUID()));
        stands.awaitVisits(stand, 1);
        assertThat(awaitDeadLetter().kind()).isEqualTo("undecodable");
    }

    @Test
    void keepsWhatStandsInTheMessageOutOfTheReason() {
        KafkaLog.write(
                Events.event(
                        "visits", stand, UUID.randomUUID(), 1, "{\"standId\":{\"secret\":1}}"));
        assertThat(awaitDeadLetter().reason())
                .contains("does not fit Visit at")
                .contains("standId")
                .doesNotContain("secret");
    }

    @Test
    void makesADeadLetterOfWhatTheDatabaseCannotStoreAndShowsItUntilItIsSettled() {
        KafkaLog.write(
                Events.event(
                        "visits", stand, UUID.randomUUID(), 1, "{\"standId\":\"secret\\u0000\"}"));
        KafkaLog.write(visit(UUID.randomUUID()));
        stands.awaitVisits(stand, 1);
        assertThat(awaitDeadLetter())
                .returns("data", DeadLetter::kind)
                .returns("the database cannot store it: SQLSTATE 22021", DeadLetter::reason);
        var shown = health();
        assertThat(shown.getStatus()).isEqualTo(Status.DOWN);
        assertThat(shown.getDetails().toString()).contains("visits");
        assertThat(
                        meters.get("tinkuy.inbox.dead.letters")
                                .tags("topic", "visits", "kind", "data")
                                .counter()
                                .count())
                .isGreaterThanOrEqualTo(1);

        deadLetters.list().forEach(letter -> deadLetters.discard(letter.letter()));
        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    /// Kafka was lost, and the database restored.
    @Test
    void forgetsDeadLettersThatAreNowhereAnyMoreWhenTheOthersAreReplayed() {
        database.sql("insert into inbox_data_letters (letter, topic) values (uuidv7(), 'visits')")
                .then()
                .block(Stands.PATIENCE);
        assertThat(health().getStatus()).isEqualTo(Status.DOWN);

        deadLetters.replay(null);

        assertThat(health().getStatus()).isEqualTo(Status.UP);
    }

    private Health health() {
        return Objects.requireNonNull(health.health().block(Stands.PATIENCE));
    }

    private ProducerRecord<byte[], byte[]> visit(UUID id) {
        return Events.event("visits", stand, id, 1, "{\"standId\":\"" + stand + "\"}");
    }

    private void publish(long sequence, String title) {
        KafkaLog.write(Events.event("stands", stand, UUID.randomUUID(), sequence, title(title)));
    }

    /// Order holds per key, so what came before a dead letter of that key was handled.
    private void awaitHandled() {
        KafkaLog.write(Events.event("stands", stand, UUID.randomUUID(), 100, "no JSON"));
        awaitDeadLetter();
    }

    private static String title(String title) {
        return "{\"title\":\"" + title + "\"}";
    }

    private Mono<Void> terminateOwnConnection() {
        return database.sql("select pg_terminate_backend(pg_backend_pid())").then();
    }

    private DeadLetter awaitDeadLetter() {
        return await().atMost(Stands.PATIENCE)
                .until(
                        () ->
                                deadLetters.list().stream()
                                        .filter(letter -> stand.equals(letter.key()))
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
