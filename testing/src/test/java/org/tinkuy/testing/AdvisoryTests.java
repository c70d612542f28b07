package org.tinkuy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvisoryTests {

    private final Advisory advisory = new Advisory("a:b", "4.2.0", "4.2.15", "CVE-1", "");

    @ParameterizedTest
    @CsvSource({"4.2.0.Final", "4.2.9.Final", "4.2.14.Final", "4.2.15.RC1"})
    void concernsWhatIsOlderThanTheMending(String version) {
        assertThat(advisory.concerns("a:b", version)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"4.2.15.Final", "4.2.15", "4.2.19.Final", "5.0.0", "4.1.99.Final", "10.0"})
    void concernsNeitherTheMendingNorWhatNeverHadTheFault(String version) {
        assertThat(advisory.concerns("a:b", version)).isFalse();
    }

    @Test
    void concernsNoOtherLibrary() {
        assertThat(advisory.concerns("a:c", "4.2.1")).isFalse();
    }

    @Test
    void eachKnownOneSaysWhereItIsPublished() {
        assertThat(Advisory.known())
                .isNotEmpty()
                .allSatisfy(known -> {
                    assertThat(known.id()).matches("CVE-\\d{4}-\\d{4,}|GHSA(-\\w{4}){3}");
                    assertThat(URI.create(known.source())).hasScheme("https");
                });
    }
}
