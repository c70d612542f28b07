package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.notification.people.SampleSessions.LIMA;
import static org.tinkuy.notification.people.SampleSessions.aKindOfSession;
import static org.tinkuy.notification.people.SampleSessions.aNumberedPlenary;
import static org.tinkuy.notification.people.SampleSessions.aSessionAt;
import static org.tinkuy.notification.people.SampleSessions.aSessionWithoutAnEvent;
import static org.tinkuy.notification.people.SampleSessions.aTitledSession;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.support.StaticMessageSource;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.people.LocalisedText;
import org.tinkuy.notification.people.SessionDetails;

class WordingTests {

    private static final LocalisedText WATER = new LocalisedText(Map.of("en", "Water"));

    @Test
    void namesAKindThatItDoesNotKnowAsItIsCalled() {
        assertThat(
                        new Wording(new StaticMessageSource(), Language.EN)
                                .title(aKindOfSession("rite")))
                .isEqualTo("rite · Mining and Development in Apurímac");
    }

    @Test
    void namesASessionAndWhatItBelongsTo() {
        assertThat(title(aNumberedPlenary(2)))
                .isEqualTo("Plenary 2 · Mining and Development in Apurímac");
        assertThat(title(aTitledSession(WATER)))
                .isEqualTo("Water · Mining and Development in Apurímac");
        assertThat(title(aSessionWithoutAnEvent(null)))
                .isEqualTo("Plenary · Heading to PERUMIN, Bicentennial Edition");
        assertThat(title(aSessionWithoutAnEvent(WATER)))
                .isEqualTo("Water · Heading to PERUMIN, Bicentennial Edition");
    }

    private static String title(SessionDetails session) {
        return SampleWords.words().session(Language.EN, session, null).title();
    }

    @Test
    void saysThatAnEndIsNotStated() {
        var openEnded = aSessionAt(LocalDate.parse("2026-11-25"), LocalTime.of(18, 0), null, LIMA);
        assertThat(SampleWords.words().session(Language.EN, openEnded, null).when())
                .isEqualTo(
                        "Wednesday, 25 November 2026, 18:00 (Peru time)"
                                + " · End time to be announced");
    }

    /// A session is called the same in a mail as on the pages and in the feeds.
    @ParameterizedTest
    @EnumSource
    void usesThePagesWords(Language language) throws IOException {
        var mails = words("src/main/resources/messages/mail_", language);
        var pages = words("../site/src/main/resources/messages_", language);
        for (var kind : new String[] {"plenary", "hub", "challenge", "workshop", "dialogue"}) {
            assertThat(mails.getProperty("kind." + kind))
                    .isEqualTo(pages.getProperty("kind." + kind));
        }
        assertThat(mails.getProperty("cancelled"))
                .isEqualTo(pages.getProperty("session.cancelled"));
        assertThat(mails.getProperty("end-to-be-announced"))
                .isEqualTo(pages.getProperty("session.end-to-be-announced"));
    }

    private static Properties words(String file, Language language) throws IOException {
        var words = new Properties();
        try (var in = Files.newBufferedReader(Path.of(file + language.tag() + ".properties"))) {
            words.load(in);
        }
        return words;
    }
}
