package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.notification.people.SampleSessions.aKindOfSession;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticMessageSource;
import org.tinkuy.notification.notice.mail.SampleLetters;
import org.tinkuy.notification.people.Language;

class WordingTests {

    @Test
    void namesAKindThatItDoesNotKnowAsItIsCalled() {
        assertThat(
                        new Wording(new StaticMessageSource(), Language.EN)
                                .title(aKindOfSession("rite")))
                .isEqualTo("rite · Mining and Development in Apurímac");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ES | America/Lima | hora de Lima, UTC-05:00",
                "EN | America/Lima | Lima time, UTC-05:00",
                "QU | America/Lima | Lima llaqtapa horan, UTC-05:00",
                "ES | America/Argentina/Buenos_Aires | hora de Buenos Aires, UTC-03:00",
                "EN | Africa/Ouagadougou | Ouagadougou time",
                "EN | Asia/Kathmandu | Kathmandu time, UTC+05:45",
                "ES | UTC | hora universal coordinada",
                "EN | Etc/GMT+5 | UTC-05:00",
                "EN | US/Eastern | Eastern Time, UTC-05:00"
            })
    void namesATimeZoneAsPeopleCallIt(Language language, String zone, String words) {
        assertThat(SampleWords.words().zone(language, SampleLetters.NOW.atZone(ZoneId.of(zone))))
                .isEqualTo(words);
    }

    /// Nobody says `America/Lima`.
    @Test
    void writesNoIdentifierOfAZone() {
        for (var zone : ZoneId.getAvailableZoneIds()) {
            for (var language : Language.values()) {
                var words =
                        SampleWords.words()
                                .zone(language, SampleLetters.NOW.atZone(ZoneId.of(zone)));
                assertThat(words).as(zone).isNotBlank().doesNotContain("/", "_");
            }
        }
    }
}
