package org.tinkuy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CampaignOptionsTests {

    @Test
    void takesNumbersByName() {
        var options = CampaignOptions.of(new String[] {"--mails=100", "--answer-after-ms=20"});
        assertThat(options.mails()).isEqualTo(100);
        assertThat(options.answerAfter()).isEqualTo(Duration.ofMillis(20));
        assertThatThrownBy(() -> CampaignOptions.of(new String[] {"--mail=100"}))
                .hasMessageContaining("--mails=");
    }
}
