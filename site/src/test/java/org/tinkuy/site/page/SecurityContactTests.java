package org.tinkuy.site.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinkuy.site.SiteProperties;

class SecurityContactTests {

    private static final URI HERE = URI.create("https://tinkuy.example");

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "mailto:security@example.org, true",
        "https://example.org/security, true",
        "tel:+51-1-201-7500, true",
        "security@example.org, false",
        "http://example.org/security, false",
        "mailto:security, false",
        "'mailto:a@example.org\nExpires: 2030-01-01T00:00:00Z', false"
    })
    void isAnAddressThatSomebodyCanOpen(String contact, boolean valid) {
        try (var validation = Validation.buildDefaultValidatorFactory()) {
            assertThat(validation.getValidator().validate(new SecurityContact(contact)).isEmpty())
                    .isEqualTo(valid);
        }
    }

    @Test
    void isNotMadeUpWhereTheOperatorNamedNobody() {
        var site =
                new SiteProperties(
                        HERE, HERE, HERE, HERE, HERE, Duration.ofSeconds(1), Duration.ofSeconds(1));
        var file = new SecurityTxt(new SecurityContact(""), site, Clock.systemUTC());

        assertThatThrownBy(file::tell).isInstanceOf(NoSuchPage.class);
    }
}
