package org.tinkuy.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.delivery.NotedRefusals.Refusal;
import org.tinkuy.notification.people.RecipientId;

/// Refusals of some day in the past, so that nobody else was mailed then.
@RunningService
class JudgeRefusalsIT {

    private static final int LONGEST_AGO = 300;
    private static final int SHORTEST_AGO = 20;

    @Autowired NotedRefusals refusals;
    @Autowired Suppressions suppressions;
    @Autowired MailServerAnswers answers;

    private final String address = MailServerAnswers.someone();
    private final Instant at =
            Clock.systemUTC()
                    .instant()
                    .minus(
                            Duration.ofDays(
                                    ThreadLocalRandom.current()
                                            .nextInt(SHORTEST_AGO, LONGEST_AGO)));

    @Test
    void suppressesWhoIsRefusedWhileOthersAreTaken() {
        answers.toAnother(true, at.minusMillis(30));
        answers.toAnother(true, at.plusSeconds(9));
        answers.toAnother(false, at.plusSeconds(1));
        refused(at);
        assertThat(answers.haveSuppressed(address)).isTrue();
    }

    @Test
    void suppressesNobodyWhileMostAreRefused() {
        answers.toAnother(true, at.minusSeconds(1));
        answers.toAnother(false, at.minusMillis(5));
        answers.toAnother(false, at.plusMillis(5));
        refused(at);
        assertThat(answers.haveSuppressed(address)).isFalse();
        // nor does it count when the server lets others in again
        answers.toAnother(true, at.plus(Duration.ofHours(30)));
        refused(at.plus(Duration.ofHours(40)));
        assertThat(answers.haveSuppressed(address)).isFalse();
    }

    @Test
    void waitsForAnotherDayWhereNobodyElseIsMailed() {
        answers.toAnother(true, at.minusSeconds(30));
        answers.toAnother(true, at.plusSeconds(30));
        refused(at);
        refused(at.plus(Duration.ofHours(3)));
        assertThat(answers.haveSuppressed(address)).isFalse();
        refused(at.plus(Duration.ofHours(25)));
        assertThat(answers.haveSuppressed(address)).isTrue();
    }

    @Test
    void believesNoSecondRefusalWhereTheFewOthersWereRefusedTooSinceTheFirst() {
        refused(at);
        answers.toAnother(false, at.plus(Duration.ofHours(5)));
        refused(at.plus(Duration.ofHours(25)));
        assertThat(answers.haveSuppressed(address)).isFalse();
    }

    @Test
    void forgetsARefusalWhenMailIsTakenOrTheAddressProvenOrItsOwnerErased() {
        refused(at);
        refusals.forget(List.of(address)).block();
        refused(at.plus(Duration.ofHours(25)));
        assertThat(answers.haveSuppressed(address)).isFalse();

        suppressions.liftProven(Map.of(address, at.plus(Duration.ofHours(26)))).block();
        refused(at.plus(Duration.ofHours(51)));
        assertThat(answers.haveSuppressed(address)).isFalse();

        suppressions.lift(List.of(address)).block();
        refused(at.plus(Duration.ofHours(76)));
        assertThat(answers.haveSuppressed(address)).isFalse();
    }

    private void refused(Instant when) {
        var refusal =
                new Refusal(address, new RecipientId(UUID.randomUUID()), "550 5.1.1 who?", when);
        refusals.note(List.of(refusal), Set.of()).block();
        answers.areJudged(address);
    }
}
