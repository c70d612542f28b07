package org.tinkuy.registration.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailAllowanceTests {

    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    @ParameterizedTest
    @CsvSource({"1,1,1", "10,1,1", "11,1,0", "12,4,2", "40,15,0", "15,15,10"})
    void grantsTenMailsPerWindow(int mailsInWindow, int asked, int granted) {
        assertThat(allowance(mailsInWindow, 0).granted(asked)).isEqualTo(granted);
    }

    @Test
    void grantsNothingToAnAddressThatWasGuessedAHundredTimes() {
        assertThat(allowance(1, 99).granted(1)).isEqualTo(1);
        assertThat(allowance(1, 100).granted(1)).isZero();
    }

    @Test
    void tellsWhenTheWindowThatIsSpentEnds() {
        assertThat(allowance(11, 0).spentUntil()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(allowance(1, 100).spentUntil())
                .isEqualTo(NOW.minusSeconds(60).plus(Duration.ofDays(1)));
        assertThat(allowance(11, 100).spentUntil())
                .isEqualTo(NOW.minusSeconds(60).plus(Duration.ofDays(1)));
    }

    private static MailAllowance allowance(int mails, int wrongAnswers) {
        return new MailAllowance(mails, NOW, wrongAnswers, NOW.minusSeconds(60));
    }
}
