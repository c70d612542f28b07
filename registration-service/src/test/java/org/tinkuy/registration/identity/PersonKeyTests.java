package org.tinkuy.registration.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinkuy.email.EmailAddress;

class PersonKeyTests {

    private static final EmailAddress ADDRESS = new EmailAddress("quispe@example.org");

    @ParameterizedTest
    @CsvSource({
        "José Peña, jose pena",
        "JOSÉ PEÑA, José Peña",
        "' José   Peña ', José Peña",
        "Jose\u0301, José",
        "José\u3164, José",
        "Jo\u200bsé, José",
        "José\u00a0Peña, José Peña",
    })
    void isTheSamePersonHoweverTheNameIsWritten(String one, String other) {
        assertThat(PersonKey.of(ADDRESS, one)).isEqualTo(PersonKey.of(ADDRESS, other));
    }

    @ParameterizedTest
    @CsvSource({"Ana, Ben", "Ana, Ana Quispe", "राम, रमा", "山田, 山本"})
    void tellsPeopleApart(String one, String other) {
        assertThat(PersonKey.of(ADDRESS, one)).isNotEqualTo(PersonKey.of(ADDRESS, other));
    }

    @Test
    void theSameNameElsewhereIsSomebodyElse() {
        assertThat(PersonKey.of(new EmailAddress("other@example.org"), "Ana"))
                .isNotEqualTo(PersonKey.of(ADDRESS, "Ana"));
    }
}
