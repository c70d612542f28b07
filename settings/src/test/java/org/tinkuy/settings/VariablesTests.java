package org.tinkuy.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariablesTests {

    @Test
    void namesWhatNothingReadsInOneLine() {
        assertThat(
                        Variables.unread(
                                List.of(
                                        "TINKUY_SMTP_RATE",
                                        "TINKUY_SMPT_HOST",
                                        "TINKUY_DELIVERY_WORKERS",
                                        "PATH")))
                .hasValue("Set, but read by nothing: TINKUY_DELIVERY_WORKERS, TINKUY_SMPT_HOST");
    }

    @Test
    void saysNothingWhereEverythingIsRead() {
        assertThat(Variables.unread(List.of("TINKUY_PORT", "HOME"))).isEmpty();
    }

    @Test
    void saysEverythingThatCannotBeAtOnce() {
        var faults =
                Variables.faults(
                        Map.of(
                                "TINKUY_SMTP_PORT", "0",
                                "TINKUY_PUBLIC_URL", "tinkuy.example.org",
                                "TINKUY_KAFKA", "",
                                "TINKUY_INNER_SECRET", "short"));
        assertThat(faults).hasSize(3);
        assertThat(faults.getFirst())
                .isEqualTo("TINKUY_INNER_SECRET is set; it must be at least 32 characters.");
    }
}
