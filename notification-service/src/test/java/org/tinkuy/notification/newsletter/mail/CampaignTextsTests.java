package org.tinkuy.notification.newsletter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailingList;

class CampaignTextsTests {

    @Test
    void encodesWhatStandsInsideALink() {
        var mail =
                SampleNewsletters.issue(
                        "[Tus datos](https://t.example/?m={{address}}&n={{name}}&p={{programme}})"
                                + " {{address}} {{programme}}",
                        "ana+news@example.org",
                        "José & Cía");
        assertThat(filled(mail, mail.text().plain()))
                .contains(
                        "https://t.example/?m=ana%2Bnews%40example.org&n=Jos%C3%A9%20%26%20C%C3%ADa"
                                + "&p=Rumbo%20a%20PERUMIN%2C%20Edici%C3%B3n%20Bicentenario)",
                        ") ana+news@example.org Rumbo a PERUMIN, Edición Bicentenario");
        assertThat(filled(mail, mail.text().html()))
                .contains("m&#61;ana%2Bnews%40example.org&amp;n&#61;Jos%C3%A9%20%26%20C%C3%ADa")
                .contains("</a> ana+news@example.org");
    }

    @Test
    void takesNoWordInBracesForAReadersOwn() {
        var mail = SampleNewsletters.issue("{name} {address}", "ana@example.org", "Ana");
        assertThat(filled(mail, mail.text().plain())).contains("{name} {address}");
    }

    /// Light ink that our dark sheet brings would not be seen on a ground that the author chose.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "El color `style=\"color:red\"` | light dark",
                "<p style=\"padding: 4px\">x</p> | light dark",
                "<p style=\"margin: 0; color: red\">x</p> | light",
                "<p style=\"background-color: #fff\">x</p> | light",
                "<table bgcolor=\"#fff\"><tr><td>x</td></tr></table> | light"
            })
    void areDarkOnlyWhereTheirAuthorChoseNoColours(String markdown, String schemes) {
        var html = SampleNewsletters.issue(markdown, "ana@example.org", "Ana").text().html();
        assertThat(html).contains("name=\"color-scheme\" content=\"" + schemes + "\"");
        assertThat(html.contains("prefers-color-scheme: dark")).isEqualTo(schemes.contains("dark"));
    }

    /// A test that is sent otherwise tests something else.
    @Test
    void testsWhatTheListWillGet() {
        var issue = SampleNewsletters.oneOfEach(Language.ES).get(2).text();
        var test = SampleNewsletters.oneOfEach(Language.ES).get(3);
        assertThat(test.text().subject()).isEqualTo("[Prueba] " + issue.subject());
        assertThat(test.text())
                .usingRecursiveComparison()
                .ignoringFields("subject")
                .isEqualTo(issue);
        assertThat(test.text().list().map(MailingList::unsubscribe).map(link -> filled(test, link)))
                .contains(
                        "https://tinkuy.example.org/newsletter/unsubscribe/a-test-nobody-subscribed");
    }

    @Test
    void comeFromTheirProgramme() {
        for (var mail : SampleNewsletters.oneOfEach(Language.ES)) {
            assertThat(mail.text().sender()).isEqualTo("Rumbo a PERUMIN, Edición Bicentenario");
        }
    }

    private static String filled(Mail mail, String text) {
        var filled = text;
        for (var slot : Map.copyOf(mail.slots()).entrySet()) {
            filled = filled.replace("{" + slot.getKey() + "}", slot.getValue());
        }
        return filled;
    }
}
