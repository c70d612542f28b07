package org.tinkuy.notification.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.notification.people.SampleSessions.aCancelledSession;
import static org.tinkuy.notification.people.SampleSessions.aPlenaryOn;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.notice.Letter;
import org.tinkuy.notification.notice.Place;
import org.tinkuy.notification.people.LocalisedText;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.SessionDetails;

class CancelledSessionTests {

    private static final LocalisedText RAIN =
            new LocalisedText(
                    Map.of(
                            "es", "La carretera está cerrada por las lluvias.",
                            "en", "The road is closed because of the rains."));

    @ParameterizedTest
    @CsvSource({
        "ES, La organización canceló esta sesión: La carretera está cerrada por las lluvias.",
        "EN, The organisers cancelled this session: The road is closed because of the rains.",
        "QU, Ruwaqkuna kay huñunakuyta qullurqanku: La carretera está cerrada por las lluvias."
    })
    void saysWhyTheOrganisersCancelledIt(Language language, String words) {
        var text = mail(language, "session-cancelled", aCancelledSession(RAIN));
        assertThat(text.plain()).contains(words);
        assertThat(text.html()).contains(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | Will not take place: Plenary · Mining and Development in Apurímac",
                "ES | No se realizará: Plenaria · Minería y desarrollo en Apurímac",
                "QU | Mana ruwakunqachu: Hatun huñunakuy · Minería y desarrollo en Apurímac"
            })
    void saysFirstThatItDoesNotTakePlaceAndWhy(Language language, String subject) {
        var text = mail(language, "session-cancelled", aCancelledSession(RAIN));
        var why = RAIN.in(language);
        assertThat(text.subject()).isEqualTo(subject);
        assertThat(text.plain()).containsSubsequence(subject, why, "* ", "2026");
        assertThat(text.html()).containsSubsequence("<section", why, "2026");
    }

    @Test
    void namesWhatSomebodyCancelledThemselves() {
        assertThat(mail(Language.EN, "by-attendee", aPlenaryOn("2026-11-25")).subject())
                .isEqualTo("Registration cancelled: Plenary · Mining and Development in Apurímac");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | The organisers cancelled your registration.",
                "ES | La organización canceló tu inscripción.",
                "FR | Les organisateurs ont annulé votre inscription.",
                "QU | Ruwaqkuna qillqachikusqaykita qullurqanku."
            })
    void saysThatItWasTheOrganisersWhoCancelledARegistration(Language language, String words) {
        assertThat(mail(language, "by-organiser", aPlenaryOn("2026-11-25")).plain())
                .contains(words);
    }

    @Test
    void saysThatTheOrganisersCancelledItWhereTheyGaveNoReason() {
        assertThat(mail(Language.EN, "session-cancelled", aPlenaryOn("2026-11-25")).plain())
                .contains("The organisers cancelled this session.");
    }

    @Test
    void namesNoReasonToWhoeverCancelledBefore() {
        assertThat(mail(Language.EN, "by-attendee", aCancelledSession(RAIN)).plain())
                .doesNotContain("organisers", "road");
    }

    private static MailText mail(
            Language language, @Nullable String reason, SessionDetails session) {
        return SampleLetters.aWriter()
                .write(
                        new Letter.Notice(
                                SampleLetters.ana(language, "America/Lima"),
                                DeliveryKind.REGISTRATION_CANCELLED,
                                List.of(
                                        new Place(
                                                new RegistrationId(UUID.randomUUID()),
                                                Place.Status.CANCELLED,
                                                null,
                                                true,
                                                false,
                                                reason,
                                                session,
                                                1))))
                .text();
    }

    /// Who waited was not registered.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | by-attendee | Off the waiting list: | You no longer wait for a seat at:",
                "ES | by-attendee | Fuera de la lista de espera: | Ya no esperas un cupo en:",
                "FR | by-attendee | Retrait de la liste d’attente : | Vous n’attendez plus de place à :",
                "QU | by-attendee | Manaña suyaq listapichu: | Kaypi manañam tiyanata suyankichu:",
                "EN | by-organiser | Off the waiting list: | The organisers took you off the waiting list.",
                "EN | session-cancelled | Will not take place: | its waiting list has ended with it.",
                "EN | session-withdrawn | Will not take place: | its waiting list has ended with it."
            })
    void tellsWhoWaitedThatTheyAreOffTheWaitingList(
            Language language, String reason, String subject, String words) {
        var letter =
                new Letter.Notice(
                        SampleLetters.ana(language, "America/Lima"),
                        DeliveryKind.REGISTRATION_CANCELLED,
                        List.of(SampleLetters.left(reason, aPlenaryOn("2026-11-25"))));

        var text = SampleLetters.mail(letter).text();

        assertThat(text.subject()).startsWith(subject);
        assertThat(text.plain())
                .contains(words)
                .doesNotContain("your registration", "longer registered");
        assertThat(text.html()).contains(words);
        assertThat(text.calendar()).isEmpty();
    }
}
