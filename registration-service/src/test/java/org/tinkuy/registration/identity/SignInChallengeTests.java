package org.tinkuy.registration.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.registration.identity.IdentityFixtures.NOW;
import static org.tinkuy.registration.identity.IdentityFixtures.aMailedChallenge;
import static org.tinkuy.registration.identity.IdentityFixtures.anUnmailedChallenge;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tinkuy.registration.identity.SignInChallenge.Answer;
import org.tinkuy.registration.identity.SignInChallenge.Typed;

class SignInChallengeTests {

    private static final Duration ALMOST_TEN_MINUTES = Duration.ofMinutes(10).minusMillis(1);

    @Test
    void acceptsTheCodeUntilTheTenthMinute() {
        var challenge = aMailedChallenge();

        assertThat(challenge.answer(Typed.OWN, NOW.plus(ALMOST_TEN_MINUTES)))
                .isInstanceOf(Answer.Right.class);
        assertThat(challenge.answer(Typed.OWN, NOW.plus(Duration.ofMinutes(10))))
                .isEqualTo(new Answer.Over());
    }

    @Test
    void acceptsTheCodeOnce() {
        var used = right(aMailedChallenge().answer(Typed.OWN, NOW));

        assertThat(used.usedAt()).isEqualTo(NOW);
        assertThat(used.answer(Typed.OWN, NOW)).isEqualTo(new Answer.Over());
    }

    @Test
    void isOverAfterFiveWrongAnswers() {
        var challenge = aMailedChallenge();
        for (var left = 4; left >= 0; left--) {
            var wrong = wrong(challenge.answer(Typed.NONE, NOW));
            assertThat(wrong.attemptsLeft()).isEqualTo(left);
            challenge = wrong.after();
        }

        assertThat(challenge.answer(Typed.OWN, NOW)).isEqualTo(new Answer.Over());
    }

    @Test
    void acceptsTheCodeAtTheFifthAttempt() {
        var challenge = aMailedChallenge();
        for (var wrong = 0; wrong < 4; wrong++) {
            challenge = wrong(challenge.answer(Typed.NONE, NOW)).after();
        }

        assertThat(challenge.answer(Typed.OWN, NOW)).isInstanceOf(Answer.Right.class);
    }

    @Test
    void aCodeThatWasNotMailedIsAlwaysWrong() {
        assertThat(anUnmailedChallenge().answer(Typed.OWN, NOW)).isInstanceOf(Answer.Wrong.class);
    }

    @Test
    void anOlderCodeCostsNoAttempt() {
        var challenge = aMailedChallenge();

        assertThat(challenge.answer(Typed.OLDER, NOW)).isEqualTo(new Answer.Renewed());
        assertThat(wrong(challenge.answer(Typed.NONE, NOW)).attemptsLeft()).isEqualTo(4);
    }

    private static SignInChallenge right(Answer answer) {
        return ((Answer.Right) answer).after();
    }

    private static Answer.Wrong wrong(Answer answer) {
        return (Answer.Wrong) answer;
    }
}
