package org.tinkuy.registration.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailAllowanceTests {

    @ParameterizedTest
    @CsvSource({"1,1,1", "10,1,1", "11,1,0", "12,4,2", "40,15,0", "15,15,10"})
    void grantsTenMailsPerWindow(int mailsInWindow, int asked, int granted) {
        assertThat(new MailAllowance(mailsInWindow, 0).granted(asked)).isEqualTo(granted);
    }

    @Test
    void grantsNothingToAnAddressThatWasGuessedAHundredTimes() {
        assertThat(new MailAllowance(1, 99).granted(1)).isEqualTo(1);
        assertThat(new MailAllowance(1, 100).granted(1)).isZero();
    }
}
