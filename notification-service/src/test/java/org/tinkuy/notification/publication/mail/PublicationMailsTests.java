package org.tinkuy.notification.publication.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.notification.publication.mail.SamplePublications.PROGRAMME;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinkuy.languages.Language;

class PublicationMailsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "draft-changed | Something had been changed after you asked for it.",
                "changes-refused | Something spoke against it that had not been answered.",
                "too-much-to-publish | It could not be published so."
            })
    void saysWhatWasNotPublishedAndWhy(String problem, String why) {
        var text = SamplePublications.refused(Language.EN, problem);

        assertThat(text.subject()).isEqualTo("Not published: Heading to PERUMIN");
        assertThat(text.plain())
                .containsSubsequence(
                        "Hello Luz Huamán,",
                        "* Heading to PERUMIN",
                        "Tuesday, 1 December 2026, 09:00 (Peru time)",
                        why,
                        "/organiser/desk/" + PROGRAMME + "/changes");
        assertThat(text.html())
                .contains(why, "/organiser/desk/" + PROGRAMME + "/changes", "Look and publish");
    }

    @ParameterizedTest
    @EnumSource
    void speaksEveryLanguage(Language language) {
        var text = SamplePublications.refused(language, "draft-changed");

        assertThat(text.subject()).contains("PERUMIN");
        assertThat(text.plain()).contains("PERUMIN", "09:00").doesNotContain("??", "{");
        assertThat(text.html()).doesNotContain("??", "publication-refused.");
    }

    @Test
    void comesFromTinkuyItself() {
        assertThat(SamplePublications.refused(Language.ES, "draft-changed").sender()).isEmpty();
    }
}
