package org.tinkuy.notification.reminder.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.notification.people.SampleSessions.aPlenaryOn;
import static org.tinkuy.notification.people.SampleSessions.aSessionToBeAnnounced;
import static org.tinkuy.notification.reminder.mail.SampleReminders.REGISTRATION;
import static org.tinkuy.notification.reminder.mail.SampleReminders.ana;
import static org.tinkuy.notification.reminder.mail.SampleReminders.toldOn;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.CalendarFile;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.mail.SampleWords;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.reminder.RescheduleCopies.Told;

class ReminderTextsTests {

    private final ReminderTexts texts = new ReminderTexts(SampleWords.words());

    static Stream<Mail> mails() {
        return Stream.of(Language.values())
                .flatMap(language -> SampleReminders.toRegistered(language).stream());
    }

    @ParameterizedTest
    @MethodSource("mails")
    void areWrittenAsTextAndHtml(Mail mail) {
        var text = mail.text();
        assertThat(text.subject()).isNotBlank().doesNotContain("{", "??");
        for (var part : List.of(text.plain(), text.html())) {
            assertThat(part)
                    .doesNotContain("??", "[(", "[#", "${", " th:", "null", "{0}")
                    .contains("https://tinkuy.example.org/programmes/heading-to-perumin/apurimac")
                    .contains("https://tinkuy.example.org/registrations", "{cancel}")
                    .contains("{name}");
        }
        assertThat(text.html()).doesNotContain("<img", "<script", "<link");
        assertThat(text.list()).isEmpty();
        assertThat(text.slots()).containsExactlyInAnyOrder("name", "cancel");
        assertThat(text.plain().contains("(borrador)")).isEqualTo(text.language() == Language.QU);
    }

    @ParameterizedTest
    @EnumSource
    void askWhoLostTheSeatToComeBack(Language language) {
        var text = texts.reinstated(aPlenaryOn("2026-11-25"), ana(language, null));

        assertThat(text.subject()).contains("Apurímac").doesNotContain("??", "{");
        for (var part : List.of(text.plain(), text.html())) {
            assertThat(part)
                    .doesNotContain("??", "session-reinstated.", "{0}", "{cancel}")
                    .contains("https://tinkuy.example.org/programmes/heading-to-perumin/apurimac")
                    .contains("{name}", "18:00");
        }
        assertThat(text.calendar()).isEmpty();
        assertThat(text.slots()).containsExactly("name");
    }

    @ParameterizedTest
    @CsvSource({
        "REMINDER_24H, ES, Recordatorio: Plenaria · Minería y desarrollo en Apurímac",
        "REMINDER_1H, EN, Starting soon: Plenary · Mining and Development in Apurímac",
        "REMINDER_10MIN, QU, Iskay kimsa minutopi qallarinqa: Hatun huñunakuy · Minería y desarrollo en Apurímac"
    })
    void nameTheSessionInTheirSubject(DeliveryKind kind, Language language, String subject) {
        var text = texts.reminder(kind, aPlenaryOn("2026-11-25"), ana(language, null));
        assertThat(text.subject()).isEqualTo(subject);
    }

    @Test
    void tellTheTimeOfTheEventAndTheRecipientsWhereItDiffers() {
        assertThat(reminder(ana(Language.EN, "Europe/Madrid")).plain())
                .contains("Wednesday, 25 November 2026, 18:00–\u206020:00 (Peru time)")
                .contains("Your time: Thursday, 26 November 2026, 00:00–\u206002:00 (Madrid time");
        assertThat(reminder(ana(Language.EN, "America/Bogota")).plain())
                .doesNotContain("Your time");
    }

    @Test
    void areTheSameForAllWhoReadThemInOneLanguageAndZone() {
        var one = reminder(ana(Language.EN, "Europe/Madrid"));
        var luis =
                new Addressee(
                        "l@example.org",
                        "Luis",
                        Language.EN,
                        ana(Language.EN, "Europe/Madrid").timeZone());
        assertThat(reminder(luis)).isSameAs(one);
        assertThat(reminder(ana(Language.ES, "Europe/Madrid"))).isNotSameAs(one);
        assertThat(reminder(ana(Language.EN, "America/Lima"))).isNotSameAs(one);
    }

    @Test
    void greetSomebodyWithoutANameToo() {
        var text = reminder(new Addressee("x@example.org", " ", Language.EN, null));
        assertThat(text.plain()).startsWith("Hello,");
        assertThat(text.slots()).containsExactly("cancel");
    }

    @Test
    void sayWhereTheSessionWasAndWhereItIs() {
        var text = rescheduled(toldOn("2026-11-24"));
        assertThat(text.subject())
                .isEqualTo(
                        "New time, Wed 25 Nov, 18:00 (Peru time): Plenary · Mining and Development in Apurímac");
        assertThat(text.plain())
                .containsSubsequence(
                        "Now:",
                        "Wednesday, 25 November 2026, 18:00–\u206020:00 (Peru time)",
                        "Your time: Thursday, 26 November 2026, 00:00–\u206002:00",
                        "Before:",
                        "Tuesday, 24 November 2026, 18:00–\u206020:00 (Peru time)",
                        "Your time: Wednesday, 25 November 2026, 00:00–\u206002:00",
                        "Place: Abancay")
                .contains("corrects your calendar");
        assertThat(text.calendar().map(CalendarFile::method)).contains("PUBLISH");
        assertThat(text.calendar().orElseThrow().text()).contains("SEQUENCE:3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | 2026-11-24 | Cusco | New time, Wed 25 Nov, 18:00: Plenary · Mining",
                "ES | 2026-11-24 | Cusco | Nueva hora, mié 25 nov, 18:00: Plenaria · Minería",
                "QU | 2026-11-24 | Cusco | Musuq hora, ",
                "EN | 2026-11-25 | Cusco | New place, Cusco: Plenary · Mining",
                "ES | 2026-11-25 | Cusco | Nuevo lugar, Cusco: Plenaria · Minería",
                "EN | 2026-11-25 | | The place changed: Plenary · Mining",
                "ES | 2026-11-25 | | Cambió el lugar: Plenaria · Minería"
            })
    void sayInTheirSubjectWhatIsNew(
            Language language, String before, @Nullable String place, String subject) {
        var moved = aPlenaryOn("2026-11-25");
        var text =
                texts.rescheduled(
                        moved.at(moved.times(), place),
                        toldOn(before),
                        ana(language, "America/Lima"));
        assertThat(text.subject()).startsWith(subject);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | Now: | No place is stated. | Before: | Place: Abancay",
                "ES | Ahora: | Sin lugar indicado. | Antes: | Lugar: Abancay",
                "FR | Maintenant\u202f: | Aucun lieu n’est indiqué. | Avant\u202f: | Lieu\u202f: Abancay",
                "QU | Kunan: | Maypi kananqa manam willasqachu. | Ñawpaq: | Maypi: Abancay"
            })
    void sayThatAPlaceWasTakenBack(
            Language language, String now, String none, String before, String place) {
        var moved = aPlenaryOn("2026-11-25");
        var text =
                texts.rescheduled(
                        moved.at(moved.times(), null),
                        toldOn("2026-11-25"),
                        ana(language, "America/Lima"));
        assertThat(text.plain()).containsSubsequence(now, none, before, place);
        assertThat(text.html()).contains(none).contains(place);
    }

    @Test
    void leadEachToThePageThatCancelsTheirOwnRegistration() {
        var to = ana(Language.EN, null);
        assertThat(texts.mail(to, reminder(to), REGISTRATION).slot("cancel"))
                .isEqualTo(
                        "https://tinkuy.example.org/registrations/"
                                + REGISTRATION.value()
                                + "/cancellation");
    }

    @Test
    void takeASessionWhoseDateWasTakenBackOutOfTheCalendar() {
        var to = ana(Language.EN, null);
        var text = texts.rescheduled(aSessionToBeAnnounced(), toldOn("2026-11-24"), to);
        assertThat(text.plain()).contains("Date to be announced").contains("until there is a new");
        assertThat(text.calendar().orElseThrow())
                .extracting(CalendarFile::method)
                .isEqualTo("CANCEL");
        assertThat(text.calendar().orElseThrow().text()).contains("20261124T180000");
    }

    @Test
    void bringNoCalendarFileToThoseWhoWait() {
        var text = rescheduled(new Told(toldOn("2026-11-24").before(), false, 0, REGISTRATION));
        assertThat(text.calendar()).isEmpty();
        assertThat(text.plain()).doesNotContain("calendar");
    }

    private MailText reminder(Addressee to) {
        return texts.reminder(DeliveryKind.REMINDER_24H, aPlenaryOn("2026-11-25"), to);
    }

    private MailText rescheduled(Told told) {
        return texts.rescheduled(aPlenaryOn("2026-11-25"), told, ana(Language.EN, "Europe/Madrid"));
    }
}
