package org.tinkuy.notification.notice.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.notification.people.SampleSessions.aPlenaryOn;
import static org.tinkuy.notification.people.SampleSessions.aSessionToAskAbout;
import static org.tinkuy.notification.people.SampleSessions.aSessionToBeAnnounced;
import static org.tinkuy.notification.people.SampleSessions.aSessionWithoutAnEvent;

import biweekly.Biweekly;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.notice.Letter;
import org.tinkuy.notification.notice.Place;
import org.tinkuy.notification.people.Addressee;

class MailWriterTests {

    private final MailWriter writer = SampleLetters.aWriter();

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasEveryMessageInEveryLanguage(Language language) throws IOException {
        assertThat(messages(language).stringPropertyNames())
                .isEqualTo(messages(Language.ES).stringPropertyNames());
    }

    private static Stream<Letter> letters() {
        return SampleLetters.letters();
    }

    @ParameterizedTest
    @MethodSource("letters")
    void writesEveryLetterAsTextAndHtml(Letter letter) {
        var whole = writer.write(letter);
        var mail = whole.text();
        assertThat(filled(whole, mail.subject())).isNotBlank().doesNotContain("{", "??");
        for (var part : List.of(mail.plain(), mail.html())) {
            assertThat(filled(whole, part))
                    .doesNotContain("??", "[(", "[#", "${", " th:", "null", "{0}")
                    .contains("tinkuy.example.org");
        }
        assertThat(mail.html())
                .startsWith("<!DOCTYPE html>")
                .contains("lang=\"" + letter.to().language().tag() + "\"")
                .contains("color-scheme")
                .doesNotContain("<img", "url(", "<script", "<link");
    }

    @Test
    void bringsTheCodeInTheSubjectTheTextAndTheLink() {
        var mail = writer.write(aCodeFor(Letter.Purpose.SIGN_IN));
        assertThat(filled(mail, mail.text().subject())).isEqualTo("656303 is your Tinkuy code");
        assertThat(filled(mail, mail.text().plain()))
                .contains("\n    656303\n")
                .contains(
                        "https://tinkuy.example.org/sign-in/0195a1c0-0000-7000-8000-000000000040?code=656303")
                .contains("10 minutes: until 10:10 (Peru time)");
    }

    @Test
    void namesTheSessionsThatTheCodeConfirms() {
        assertThat(write(aCodeFor(Letter.Purpose.REGISTRATION)).plain())
                .contains("Plenary · Mining and Development in Apurímac")
                .contains("Heading to PERUMIN, Bicentennial Edition");
    }

    @Test
    void tellsTheTimeOfTheEventAndTheRecipientsWhereItDiffers() {
        assertThat(confirmation("Europe/Madrid").plain())
                .contains("Wednesday, 25 November 2026, 18:00–\u206020:00 (Peru time)")
                .contains("Your time: Thursday, 26 November 2026, 00:00–\u206002:00 (Madrid time)");
        assertThat(confirmation("America/Bogota").plain()).doesNotContain("Your time");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | 1 confirmed, 1 on the waiting list | We look forward | All seats are taken",
                "ES | Confirmada: 1; en la lista de espera: 1 | Te esperamos en | Los cupos están",
                "FR | Confirmée : 1 ; sur la liste d’attente : 1 | Nous vous attendons | Toutes les places",
                "QU | Takyachisqa: 1; suyaq listapi: 1 | Kaypi suyasqayki | Tiyanakuna hunt"
            })
    void tellsSeatsAndPlacesOnTheWaitingListApart(
            Language language, String subject, String seats, String waiting) {
        var mail = write(SampleLetters.confirmedAndWaitlisted(language));
        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.plain())
                .containsSubsequence(
                        seats, "2026", "/cancellation", waiting, ", Perú", "/cancellation");
        assertThat(mail.html()).containsSubsequence(seats, "2026", waiting, ", Perú");
        assertThat(mail.plain() + mail.html()).doesNotContain("{0", "{1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | Confirmed: Plenary · Mining and Development in Apurímac",
                "ES | Confirmada: Plenaria · Minería y desarrollo en Apurímac",
                "QU | Takyachisqaña: Hatun huñunakuy · Minería y desarrollo en Apurímac",
                "FR | Confirmée : Plénière · Mining and Development in Apurímac"
            })
    void namesTheSessionInItsSubject(Language language, String subject) {
        var to = SampleLetters.ana(language, "America/Lima");
        assertThat(write(confirmationOf(to)).subject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | REGISTRATION_CONFIRMED | Confirmed: 2 sessions | Your registrations are confirmed",
                "ES | REGISTRATION_CONFIRMED | Confirmadas: 2 sesiones | Tus inscripciones están confirmadas",
                "FR | REGISTRATION_CONFIRMED | Confirmées : 2 séances | Vos inscriptions sont confirmées",
                "ES | REGISTRATION_PROMOTED | Ya tienes cupos: 2 sesiones | Ya tienes cupos",
                "ES | REGISTRATION_CANCELLED | No se realizarán: 2 sesiones | No se realizarán: 2 sesiones"
            })
    void tellsSeveralInTheWordsForMany(
            Language language, DeliveryKind kind, String subject, String heading) {
        var place =
                kind == DeliveryKind.REGISTRATION_CANCELLED
                        ? SampleLetters.cancelled(aPlenaryOn("2026-11-25"))
                        : SampleLetters.confirmed(aPlenaryOn("2026-11-25"));
        var mail =
                write(
                        new Letter.Notice(
                                SampleLetters.ana(language, "America/Lima"),
                                kind,
                                List.of(place, place)));
        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.html()).contains(heading);
    }

    @Test
    void leadsToThePageThatCancelsOneRegistration() {
        var place = SampleLetters.confirmed(aPlenaryOn("2026-11-25"));
        var to = SampleLetters.ana(Language.EN, "America/Lima");
        var mail =
                write(new Letter.Notice(to, DeliveryKind.REGISTRATION_CONFIRMED, List.of(place)));
        var page =
                "https://tinkuy.example.org/registrations/" + place.id().value() + "/cancellation";
        assertThat(mail.plain()).contains("Cancel this registration: " + page);
        assertThat(mail.html()).contains("href=\"" + page + "\"");
    }

    @Test
    void comesFromItsProgramme() {
        assertThat(confirmation("America/Lima").sender())
                .isEqualTo("Heading to PERUMIN, Bicentennial Edition");
        assertThat(write(aCodeFor(Letter.Purpose.REGISTRATION)).sender())
                .isEqualTo("Heading to PERUMIN, Bicentennial Edition");
        assertThat(write(SampleLetters.oneOfEach(Language.EN).getFirst()).sender()).isEmpty();
        var plenary = SampleLetters.confirmed(aSessionWithoutAnEvent(null));
        var to = SampleLetters.ana(Language.EN, "America/Lima");
        assertThat(
                        write(
                                        new Letter.Notice(
                                                to,
                                                DeliveryKind.REGISTRATION_CONFIRMED,
                                                List.of(plenary)))
                                .sender())
                .isEqualTo("Heading to PERUMIN, Bicentennial Edition");
    }

    @Test
    void isAnsweredByTheContactOfItsOneProgramme() {
        var contact = new EmailAddress("equipo@example.org");
        var one = SampleLetters.confirmed(aSessionToAskAbout(contact));
        var other = SampleLetters.confirmed(aPlenaryOn("2026-11-25"));

        assertThat(confirming(one).replyTo()).contains("equipo@example.org");
        assertThat(confirming(one).html()).contains("reaches the organisers: equipo@example.org");
        assertThat(confirming(other).replyTo()).isEmpty();
        assertThat(confirming(other).plain()).doesNotContain("organisers:");
        assertThat(confirming(one, other).replyTo()).isEmpty();
        assertThat(confirming(one, other).plain()).doesNotContain("equipo@example.org");
    }

    private MailText confirming(Place... places) {
        return write(
                new Letter.Notice(
                        SampleLetters.ana(Language.EN, "America/Lima"),
                        DeliveryKind.REGISTRATION_CONFIRMED,
                        List.of(places)));
    }

    @Test
    void announcesTheDateOfASessionLater() {
        var mail =
                write(
                        new Letter.Notice(
                                SampleLetters.ana(Language.EN, "America/Lima"),
                                DeliveryKind.REGISTRATION_CONFIRMED,
                                List.of(SampleLetters.confirmed(aSessionToBeAnnounced()))));
        assertThat(mail.plain()).contains("Date to be announced").doesNotContain("attached file");
        assertThat(mail.calendar()).isEmpty();
    }

    @Test
    void marksQuechuaAsADraft() {
        assertThat(write(SampleLetters.oneOfEach(Language.QU).getFirst()).plain())
                .contains("(borrador)");
        assertThat(write(SampleLetters.oneOfEach(Language.ES).getFirst()).plain())
                .doesNotContain("(borrador)");
    }

    @Test
    void escapesNamesInHtml() {
        var to = new Addressee("ana@example.org", "<b onclick=x>Ana</b>", Language.ES, null);
        assertThat(write(confirmationOf(to)).html())
                .contains("&lt;b onclick=x&gt;")
                .doesNotContain("<b onclick");
    }

    @Test
    void writesOneTextForAllWhoAskForACodeWithinAMinute() {
        var lima = SampleLetters.ana(Language.EN, "America/Lima");
        var other =
                new Addressee("luis@example.org", "Luis", Language.EN, ZoneId.of("America/Lima"));
        var nameless = new Addressee("x@example.org", " ", Language.EN, ZoneId.of("America/Lima"));
        var abroad =
                new Addressee("luis@example.org", "Luis", Language.EN, ZoneId.of("Europe/Madrid"));
        var first = writer.write(codeAfter(0, lima));

        assertThat(writer.write(codeAfter(1, other)).text()).isSameAs(first.text());
        assertThat(writer.write(codeAfter(1, other)).slots()).isNotEqualTo(first.slots());
        assertThat(writer.write(codeAfter(1, other)).slot("name")).isEqualTo("Luis");
        assertThat(writer.write(codeAfter(60, lima)).text()).isNotEqualTo(first.text());
        assertThat(writer.write(codeAfter(0, nameless)).text()).isNotEqualTo(first.text());
        assertThat(writer.write(codeAfter(0, abroad)).text()).isNotEqualTo(first.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | All seats are taken by now: you join the waiting list",
                "ES | Por ahora los cupos están ocupados: entrarás a la lista de espera",
                "FR | Toutes les places sont prises pour le moment : vous serez sur la liste d’attente",
                "QU | Kunanqa tiyanakuna huntasqa: huk tiyana mana kaptinqa suyaq listapim kanki"
            })
    void saysWhichOfTheSessionsIsFull(Language language, String words) {
        var full = aPlenaryOn("2026-11-25");
        var ana = SampleLetters.ana(language, "America/Lima");
        var code =
                SampleLetters.aCode(
                        ana,
                        Letter.Purpose.REGISTRATION,
                        List.of(full, aSessionToBeAnnounced()),
                        Set.of(full.id()));

        var text = write(code);

        assertThat(text.plain()).containsOnlyOnce(words);
        assertThat(text.html()).containsOnlyOnce(words);
        assertThat(write(aCodeFor(Letter.Purpose.REGISTRATION)).plain()).doesNotContain(words);
    }

    private static Letter codeAfter(int seconds, Addressee to) {
        var code = SampleLetters.aCode(to, Letter.Purpose.SIGN_IN, List.of());
        return new Letter.Code(
                to,
                UUID.randomUUID(),
                code.requestedAt().plusSeconds(seconds),
                code.expiresAt().plusSeconds(seconds),
                code.purpose(),
                code.sessions(),
                code.full());
    }

    /// RFC 5546 §2.1.5: with the same SEQUENCE the later DTSTAMP counts.
    @Test
    void aRegistrationMadeAgainCountsMoreThanItsCancellation() {
        var time = new AtomicReference<>(SampleLetters.CLOCK.instant());
        InstantSource clock = time::get;
        var moving = SampleLetters.aWriter(clock.withZone(ZoneOffset.UTC));
        var ana = SampleLetters.ana(Language.EN, "America/Lima");
        var session = aPlenaryOn("2026-11-25");
        var cancellation =
                new Letter.Notice(
                        ana,
                        DeliveryKind.REGISTRATION_CANCELLED,
                        List.of(SampleLetters.cancelled(session)));
        var stamps = new ArrayList<Instant>();
        for (var letter : List.of(confirmationOf(ana), cancellation, confirmationOf(ana))) {
            stamps.add(stamp(moving.write(letter).text()));
            time.updateAndGet(now -> now.plusSeconds(5));
        }
        assertThat(stamps).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"ES, Cancelada: Plenaria", "EN, Cancelled: Plenary", "QU, Mana ruwakunqachu: "})
    void saysBeforeItsNameWhatIsTakenOutOfACalendar(Language language, String summary) {
        var text =
                write(
                        new Letter.Notice(
                                SampleLetters.ana(language, "America/Lima"),
                                DeliveryKind.REGISTRATION_CANCELLED,
                                List.of(SampleLetters.cancelled(aPlenaryOn("2026-11-25")))));
        assertThat(
                        Biweekly.parse(text.calendar().orElseThrow().text())
                                .first()
                                .getEvents()
                                .getFirst()
                                .getSummary()
                                .getValue())
                .startsWith(summary);
    }

    private static Instant stamp(MailText text) {
        return Biweekly.parse(text.calendar().orElseThrow().text())
                .first()
                .getEvents()
                .getFirst()
                .getDateTimeStamp()
                .getValue()
                .toInstant();
    }

    private MailText confirmation(String zone) {
        return confirmation(SampleLetters.ana(Language.EN, zone));
    }

    private MailText confirmation(Addressee to) {
        return write(confirmationOf(to));
    }

    private static Letter confirmationOf(Addressee to) {
        return new Letter.Notice(
                to,
                DeliveryKind.REGISTRATION_CONFIRMED,
                List.of(SampleLetters.confirmed(aPlenaryOn("2026-11-25"))));
    }

    private MailText write(Letter letter) {
        return writer.write(letter).text();
    }

    private static String filled(Mail mail, String template) {
        var filled = template;
        for (var slot : mail.text().slots()) {
            filled = filled.replace("{" + slot + "}", mail.slot(slot));
        }
        return filled;
    }

    private static Letter aCodeFor(Letter.Purpose purpose) {
        return SampleLetters.aCode(
                SampleLetters.ana(Language.EN, "America/Lima"),
                purpose,
                List.of(aPlenaryOn("2026-11-25")));
    }

    private static Properties messages(Language language) throws IOException {
        var name = "/messages/mail_" + language.tag() + ".properties";
        var properties = new Properties();
        try (var in =
                new InputStreamReader(
                        Objects.requireNonNull(MailWriterTests.class.getResourceAsStream(name)),
                        StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
