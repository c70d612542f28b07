package org.tinkuy.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.tinkuy.embedded.test.WithServers;
import org.tinkuy.testing.KafkaLog;
import reactor.core.publisher.Mono;

/// What an operator does about messages that were refused, and what becomes of copies when Kafka
/// was lost.
@SpringBootTest
@WithServers
class OperatorIT {

    private final String stand = UUID.randomUUID().toString();

    @Autowired Stands stands;
    @Autowired StandListeners listeners;
    @Autowired DeadLettersEndpoint deadLetters;

    @AfterEach
    void cleanUp() {
        listeners.fault.set(UnaryOperator.identity());
        deadLetters.list().forEach(letter -> deadLetters.discard(letter.letter()));
    }

    @Test
    void replaysARejectedMessageOnceTheRuleAllowsIt() {
        reject("not yet");
        stands.save(Stands.visit(stand));
        var letter = awaitLetters(1).getFirst();
        assertThat(letter)
                .returns("not yet", DeadLetter::reason)
                .returns("rejected", DeadLetter::kind)
                .returns("stand-visited", DeadLetter::type);

        assertThat(deadLetters.replay(letter.letter()))
                .isEqualTo(
                        new DeadLetters.Replay(
                                0, List.of(new DeadLetters.Refusal(letter.letter(), "not yet"))));
        assertThat(letters()).hasSize(1);

        listeners.fault.set(UnaryOperator.identity());
        assertThat(deadLetters.replay(letter.letter()))
                .isEqualTo(new DeadLetters.Replay(1, List.of()));
        assertThat(stands.visitsOf(stand)).isEqualTo(1);
        assertThat(letters()).isEmpty();
    }

    @Test
    void replaysOneAndLeavesTheOthers() {
        reject("not yet");
        stands.save(Stands.visit(stand), Stands.visit(stand), Stands.visit(stand));
        var letters = awaitLetters(3);
        listeners.fault.set(UnaryOperator.identity());

        deadLetters.replay(letters.get(1).letter());
        assertThat(letters()).containsExactly(letters.get(0), letters.get(2));
        assertThat(stands.visitsOf(stand)).isEqualTo(1);

        assertThat(deadLetters.replay(null).replayed()).isEqualTo(2);
        assertThat(letters()).isEmpty();
        assertThat(stands.visitsOf(stand)).isEqualTo(3);
    }

    @Test
    void discardsALetterThatNobodyNeeds() {
        KafkaLog.write(Events.event("visits", stand, UUID.randomUUID(), 1, "nonsense"));
        var letter = awaitLetters(1).getFirst();
        assertThat(deadLetters.discard(letter.letter())).isEqualTo(1);
        assertThat(letters()).isEmpty();
        assertThat(deadLetters.discard(letter.letter())).isZero();
    }

    @Test
    void ignoresTheCopyOfAStateThatItKnows() {
        stands.save(Stands.published(stand, 7, "Cacao"));
        stands.awaitTitle(stand, "Cacao");
        KafkaLog.write(
                Events.republished(
                        Events.event(
                                "stands", stand, UUID.randomUUID(), 7, "{\"title\":\"Copy\"}")));
        stands.save(Stands.published(stand, 8, "Quinua"));
        stands.awaitTitle(stand, "Quinua");
        assertThat(listeners.followed.get(stand)).containsExactly("Cacao", "Quinua");
    }

    @Test
    void doesNotHandleARepublishedFactAgain() {
        stands.save(Stands.visit(stand));
        stands.awaitVisits(stand, 1);
        republishVisit(stand);
        var other = UUID.randomUUID().toString();
        republishVisit(other);
        stands.awaitVisits(other, 1);
        reject("last");
        stands.save(Stands.visit(stand));
        awaitLetters(1);
        assertThat(stands.visitsOf(stand)).isEqualTo(1);
    }

    private static void republishVisit(String stand) {
        KafkaLog.write(
                Events.republished(
                        Events.event(
                                "visits",
                                stand,
                                UUID.randomUUID(),
                                1,
                                "{\"standId\":\"" + stand + "\"}")));
    }

    private void reject(String reason) {
        listeners.fault.set(_ -> Mono.error(new MessageRejected(reason)));
    }

    private List<DeadLetter> letters() {
        return deadLetters.list().stream().filter(letter -> stand.equals(letter.key())).toList();
    }

    private List<DeadLetter> awaitLetters(int count) {
        return await().atMost(Stands.PATIENCE)
                .until(this::letters, letters -> letters.size() == count);
    }
}
