package org.tinkuy.notification.newsletter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.mail.SampleWords;
import org.tinkuy.notification.notice.mail.SampleLetters;

class SubscriptionMailsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | The link is valid for seven days. You can stop",
                "ES | El enlace vale siete días. Puedes dejar",
                "QU | Kay tinkiqa qanchis punchawkama allin.",
                "FR | Le lien est valable sept jours."
            })
    void saysForHowLongTheLinkIsGood(Language language, String said) {
        var question =
                SampleNewsletters.oneOfEach(language, SampleWords.words(), SampleLetters.SETTINGS)
                        .getFirst();
        assertThat(question.text().plain()).contains(said);
        assertThat(question.text().html()).contains(said);
    }

    /// Nobody registered, and nobody signed in.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | register | sign in | form of a newsletter",
                "ES | inscrib | ingresar | formulario de un boletín",
                "QU | qillqakusqan | yaykuyta | willakuy qillqapa",
                "FR | inscri | connecter | formulaire d’une lettre d’information"
            })
    void saysWhatTheAddressWasTypedFor(Language language, String not, String norThis, String said) {
        for (var mail : SampleNewsletters.oneOfEach(language).subList(0, 2)) {
            for (var part : List.of(mail.text().plain(), mail.text().html())) {
                assertThat(part).contains(said).doesNotContain(not, norThis);
            }
        }
    }

    /// A text spells the usual number, and only as a choice: the rule itself stands in the code.
    @ParameterizedTest
    @EnumSource(Language.class)
    void writesNoNumberOfARuleIntoAText(Language language) throws IOException {
        var file = "src/main/resources/messages/mail_" + language.tag() + ".properties";
        assertThat(Files.readAllLines(Path.of(file)))
                .filteredOn(line -> line.contains("="))
                .extracting(line -> line.substring(line.indexOf('=') + 1))
                .extracting(SubscriptionMailsTests::withoutArguments)
                .noneMatch(text ->
                        text.matches(".*(\\d|\\bseven\\b|\\bsiete\\b|\\bqanchis\\b|\\bsept\\b).*"));
    }

    private static String withoutArguments(String text) {
        var less = text.replaceAll("\\{[^{}]*}", "");
        return less.equals(text) ? text : withoutArguments(less);
    }
}
