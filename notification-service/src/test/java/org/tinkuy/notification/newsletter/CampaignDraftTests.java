package org.tinkuy.notification.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.InvalidInput;

class CampaignDraftTests {

    @Test
    void takesOneLanguageOrSeveral() {
        var draft =
                read(
                        Map.of("es", "Novedades de {{programme}}", "en", "", "qu", " "),
                        Map.of("es", "Hola {{name}}", "en", "  "));

        assertThat(draft.words()).containsOnlyKeys(Language.ES);
        assertThat(draft.rate().perSecond()).isEqualTo(SendingRate.USUAL);
    }

    @Test
    void givesReadersTheirLanguageElseSpanishElseEnglish() {
        var both = read(Map.of("es", "a", "en", "b"), Map.of("es", "a", "en", "b"));
        var english = read(Map.of("en", "b"), Map.of("en", "b"));

        assertThat(both.languageFor(Language.EN)).isEqualTo(Language.EN);
        assertThat(both.languageFor(Language.QU)).isEqualTo(Language.ES);
        assertThat(english.languageFor(Language.ES)).isEqualTo(Language.EN);
    }

    @Test
    void saysEverythingThatIsWrongAtOnceAndWhere() {
        var faults =
                refused(
                        Map.of("es", "Hola {{nmae}}", "en", "One\nTwo", "de", "Salut"),
                        Map.of("es", "{{unsubscribe}} {{ colour }} <b>", "en", " "),
                        0);

        assertThat(faults.errors())
                .extracting(FieldError::field, FieldError::code, FieldError::value)
                .containsExactlyInAnyOrder(
                        tuple("subject.de", "unknown-language", "de"),
                        tuple("subject.es", "unknown-variable", "{{nmae}}"),
                        tuple("text.es", "unknown-variable", "{{ colour }}"),
                        tuple("text.es", "html-not-closed", "<b>"),
                        tuple("subject.en", "invalid-characters", null),
                        tuple("text.en", "required", null),
                        tuple("rate", "out-of-range", null));
    }

    @Test
    void saysOfEachLanguageEverythingThatIsWrongWithIt() {
        var text =
                """
                Hola {{apellido}}, {{name} y {{
                <b>nunca cerrado y [aquí](/programmes/{{programme}})

                <p style="position: fixed">x</p>
                """;
        assertThat(
                        refused(Map.of("es", "{{", "en", "a"), Map.of("es", text, "en", text), null)
                                .errors())
                .extracting(FieldError::field, FieldError::code, FieldError::value)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(
                                        Stream.of(tuple("subject.es", "variable-not-closed", "{{")),
                                        Stream.of("text.es", "text.en")
                                                .flatMap(field ->
                                                        Stream.of(
                                                                tuple(
                                                                        field,
                                                                        "unknown-variable",
                                                                        "{{apellido}}"),
                                                                tuple(
                                                                        field,
                                                                        "variable-not-closed",
                                                                        "{{name"),
                                                                tuple(
                                                                        field,
                                                                        "variable-not-closed",
                                                                        "{{"),
                                                                tuple(
                                                                        field,
                                                                        "html-not-closed",
                                                                        "<b>"),
                                                                tuple(
                                                                        field,
                                                                        "invalid-link",
                                                                        "/programmes/{{programme}}"),
                                                                tuple(
                                                                        field,
                                                                        "html-not-allowed",
                                                                        "position: fixed"))))
                                .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{name",
                "{{ name }",
                "{{name\n}}",
                "{{{name}",
                "{{na{me}}",
                "`{{`",
                "a {{"
            })
    void refusesBracesThatDoNotClose(String text) {
        assertThat(refused(Map.of("es", "a"), Map.of("es", text), null).errors())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("text.es", "variable-not-closed"));
    }

    @Test
    void saysThatItIsEmpty() {
        assertThat(refused(Map.of(), null, null).errors())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("subject", "required"), tuple("text", "required"));
        assertThat(refused(Map.of("qu", ""), Map.of("qu", " "), null).errors())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("subject.qu", "required"), tuple("text.qu", "required"));
    }

    @Test
    void measuresSubjectAndTextInCharacters() {
        var longest = "𝒜".repeat(CampaignWords.LONGEST_SUBJECT);
        read(Map.of("es", longest), Map.of("es", "a".repeat(CampaignWords.LONGEST_TEXT)));

        assertThat(
                        refused(
                                        Map.of("es", longest + "a"),
                                        Map.of("es", "a".repeat(CampaignWords.LONGEST_TEXT + 1)),
                                        null)
                                .errors())
                .extracting(FieldError::code)
                .containsExactly("too-long", "too-long");
    }

    /// A line break in a subject would begin another header (CWE-93), a mark of direction could
    /// show what is not there.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hola\r\nBcc: all@example.org",
                "Hola\u2028Bcc: x",
                "a\u202Etxt.exe",
                "a\0b"
            })
    void refusesASubjectThatIsMoreThanALine(String subject) {
        assertThat(refused(Map.of("es", subject), Map.of("es", "a"), null).errors())
                .extracting(FieldError::code)
                .containsExactly("invalid-characters");
    }

    /// The name of whoever reads it may stand in a subject; their address and token may not.
    @ParameterizedTest
    @CsvSource({"name,true", "newsletter,true", "address,false", "unsubscribe,false"})
    void knowsWhichVariablesASubjectMayHave(String variable, boolean may) {
        var subject = Map.of("es", "{{" + variable + "}}");
        if (may) {
            assertThat(read(subject, Map.of("es", "a")).words()).hasSize(1);
        } else {
            assertThatThrownBy(() -> read(subject, Map.of("es", "a")))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void doesNotTakeAMarkForTheVariable() {
        assertThat(
                        refused(
                                        Map.of("es", Variable.NAME.mark()),
                                        Map.of("es", "[x](" + Variable.UNSUBSCRIBE.mark() + ")"),
                                        null)
                                .errors())
                .extracting(FieldError::code)
                .containsExactly("invalid-characters", "invalid-characters");
    }

    @Test
    void takesAPreheaderAndWhereAnswersGo() {
        var draft = read("Fechas y sedes de {{programme}}", " Equipo@example.org ");

        assertThat(draft.in(Language.ES).preheader()).isEqualTo("Fechas y sedes de {{programme}}");
        assertThat(draft.replyTo()).isEqualTo(new EmailAddress("equipo@example.org"));
        assertThat(read("", null).replyTo()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'Hola {{unsubscribe}}', equipo@example.org, unknown-variable",
        "'Hola\nhola', equipo@example.org, invalid-characters",
        "Hola, nobody, invalid-address",
        "Hola, ' ', invalid-address",
        "Hola, '', invalid-address",
        "Hola, .equipo@example.org, invalid-address"
    })
    void refusesAPreheaderOrAnAddressThatCannotBe(String preheader, String replyTo, String code) {
        assertThat(
                        catchThrowableOfType(InvalidInput.class, () -> read(preheader, replyTo))
                                .errors())
                .extracting(FieldError::code)
                .containsExactly(code);
    }

    @Test
    void refusesWhatNobodySees() {
        assertThat(refused(Map.of("es", "\u3164"), Map.of("es", "\u2800\n\u200b"), null).errors())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("subject.es", "required"), tuple("text.es", "required"));
    }

    @Test
    void refusesWhatAMessageToTheRegisteredCannotName() {
        var whom = new TypedAudience(UUID.randomUUID(), null, null);
        assertThat(CampaignDraft.faults(message("{{name}}", "{{address}} {{programme}}", whom)))
                .isEmpty();
        assertThat(
                        CampaignDraft.faults(
                                message("{{boletín}}", "{{unsubscribe}} {{newsletter}}", whom)))
                .extracting(FieldError::field, FieldError::code, FieldError::value)
                .containsExactlyInAnyOrder(
                        tuple("subject.es", "unknown-variable", "{{boletín}}"),
                        tuple("text.es", "unknown-variable", "{{unsubscribe}}"),
                        tuple("text.es", "unknown-variable", "{{newsletter}}"));
    }

    @Test
    void isForTheRegisteredOfASessionOrOfAnEvent() {
        var session = UUID.randomUUID();
        var event = UUID.randomUUID();
        assertThat(audience(new TypedAudience(session, null, null)))
                .isEqualTo(new Audience.OfSession(new SessionId(session), false));
        assertThat(audience(new TypedAudience(null, event, true)))
                .isEqualTo(new Audience.OfEvent(event, true));
        assertThat(faults(new TypedAudience(null, null, true)))
                .containsExactly(tuple("registered.sessionId", "required"));
        assertThat(faults(new TypedAudience(session, event, null)))
                .containsExactly(tuple("registered.eventId", "impossible"));
    }

    private static Audience audience(TypedAudience whom) {
        return CampaignDraft.read(message("Aviso", "Hola", whom)).audience();
    }

    private static List<Tuple> faults(TypedAudience whom) {
        return CampaignDraft.faults(message("Aviso", "Hola", whom)).stream()
                .map(fault -> tuple(fault.field(), fault.code()))
                .toList();
    }

    private static CampaignDraft.Typed message(String subject, String text, TypedAudience whom) {
        return new CampaignDraft.Typed(
                Map.of("es", subject), Map.of("es", text), null, null, null, whom);
    }

    private static CampaignDraft read(String preheader, @Nullable String replyTo) {
        return CampaignDraft.read(
                new CampaignDraft.Typed(
                        Map.of("es", "Novedades"),
                        Map.of("es", "Hola"),
                        Map.of("es", preheader),
                        null,
                        replyTo,
                        null));
    }

    private static CampaignDraft read(Map<String, String> subject, Map<String, String> text) {
        return CampaignDraft.read(
                new CampaignDraft.Typed(new HashMap<>(subject), new HashMap<>(text), null));
    }

    private static InvalidInput refused(
            Map<String, @Nullable String> subject,
            @Nullable Map<String, @Nullable String> text,
            @Nullable Integer rate) {
        return catchThrowableOfType(
                InvalidInput.class,
                () -> CampaignDraft.read(new CampaignDraft.Typed(subject, text, rate)));
    }
}
