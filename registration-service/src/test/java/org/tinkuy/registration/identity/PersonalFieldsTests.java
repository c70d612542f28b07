package org.tinkuy.registration.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.InvalidInput;

class PersonalFieldsTests {

    private final PersonalFields fields = new PersonalFields();

    @ParameterizedTest
    @ValueSource(
            strings = {"Ana Quispe", "José María Ñahui", "Δημήτρης", "नेहा", "王小明", "👩‍🔬 Ana"})
    void takesNamesOfAllPeople(String name) {
        assertThat(fields.name("name", name)).isEqualTo(name);
        assertThatCode(fields::refuseIfAny).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Ana\nBcc: all", "Ana\r", "A\tna", "Ana\u202egnp", "Ana\u0000", "A\u2028b"})
    void refusesNamesThatBreakALine(String name) {
        assertThat(fields.name("name", name + ".")).as("%s", name).isNull();
        assertThat(codeOf("name")).isEqualTo("invalid-characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0",
                "\u2800",
                "\u3164",
                "\u115f",
                "\u1160",
                "\uffa0",
                "\u200d",
                "\u0301",
                "\ufe0f",
                "\u00ad",
                "\u2003",
                " \u3164\u00a0 ",
                "\u0301\u0302",
                "\udb40\udc41"
            })
    void refusesNamesThatNobodySees(String name) {
        assertThat(fields.name("name", name)).isNull();
        assertThat(codeOf("name")).isEqualTo("required");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(fields.name("name", "👩".repeat(200))).isNotNull();
        assertThat(fields.name("name", "a".repeat(201))).isNull();
        assertThat(codeOf("name")).isEqualTo("too-long");
    }

    @Test
    void foldsAnAddressToLowerCase() {
        assertThat(fields.address("address", " Ana@Example.ORG "))
                .isEqualTo(new EmailAddress("ana@example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana",
                "ana@",
                "@example.org",
                "ana@localhost",
                "ana@example..org",
                "a b@example.org",
                "ana@example.org, bob@example.org",
                "<ana@example.org>",
                "ana@-example.org",
                "añá@example.org"
            })
    void refusesWhatIsNoAddress(String typed) {
        assertThat(fields.address("address", typed)).isNull();
        assertThat(codeOf("address")).isEqualTo("invalid-address");
    }

    @Test
    void saysWhichLetterOfADomainIsReadInTwoWays() {
        assertThat(fields.address("address", "ana@faß.de")).isNull();
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(fields::refuseIfAny)
                .satisfies(wrong ->
                        assertThat(wrong.errors())
                                .extracting(FieldError::code, FieldError::value)
                                .containsExactly(tuple("invalid-address", "ß")));
    }

    @Test
    void refusesAnAddressNobodyCanHave() {
        assertThat(fields.address("address", "a".repeat(60) + "@" + "b.".repeat(100) + "org"))
                .isNull();
        assertThat(codeOf("address")).isEqualTo("too-long");
    }

    @Test
    void requiresAddressNameAndLanguageButNoTimeZone() {
        fields.address("address", null);
        fields.name("name", null);
        fields.language("language", null);
        fields.timeZone("timeZone", null);

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(fields::refuseIfAny)
                .satisfies(refused ->
                        assertThat(refused.errors())
                                .extracting(FieldError::field, FieldError::code)
                                .containsExactly(
                                        tuple("address", "required"),
                                        tuple("name", "required"),
                                        tuple("language", "required")));
    }

    /// What is given is given: an empty text is no address, and no language.
    @Test
    void takesNothingEmptyForNothing() {
        fields.address("address", "");
        fields.language("language", " ");
        fields.timeZone("timeZone", "");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(fields::refuseIfAny)
                .satisfies(refused ->
                        assertThat(refused.errors())
                                .extracting(FieldError::code)
                                .containsExactly(
                                        "invalid-address",
                                        "unknown-language",
                                        "invalid-time-zone"));
    }

    @Test
    void takesTimeZonesByNameOnly() {
        assertThat(fields.timeZone("timeZone", "America/Lima"))
                .isEqualTo(ZoneId.of("America/Lima"));
        assertThat(fields.timeZone("timeZone", "Asia/Calcutta"))
                .isEqualTo(ZoneId.of("Asia/Kolkata"));
        assertThat(fields.timeZone("timeZone", "-05:00")).isNull();
        assertThat(codeOf("timeZone")).isEqualTo("invalid-time-zone");
    }

    private String codeOf(String field) {
        try {
            fields.refuseIfAny();
        } catch (InvalidInput refused) {
            return refused.errors().stream()
                    .filter(error -> error.field().equals(field))
                    .findFirst()
                    .orElseThrow()
                    .code();
        }
        throw new AssertionError("nothing was wrong");
    }
}
