package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tinkuy.notification.people.SampleSessions.aPlenaryOn;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.MailingList;
import org.tinkuy.notification.notice.Letter;
import org.tinkuy.notification.notice.mail.SampleLetters;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.smtp.Mailbox;
import org.tinkuy.smtp.WireBuffer;

/// Read by Angus Mail, which did not write them.
class MailComposerTests {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final DeliveryId ID =
            new DeliveryId(UUID.fromString("0195a1c0-0000-7000-8000-000000000060"));
    private static final int LONGEST_LINE = 998;

    static Stream<Letter> letters() {
        return SampleLetters.letters();
    }

    @ParameterizedTest
    @MethodSource("letters")
    void keepsTheFormOfInternetMessages(Letter letter) throws Exception {
        var bytes = bytes(letter);
        assertThat(Arrays.asList(text(bytes).split("\r\n", -1)))
                .allSatisfy(line ->
                        assertThat(line)
                                .hasSizeLessThanOrEqualTo(LONGEST_LINE)
                                .doesNotContain("\n", "\r"));
        assertThat(text(bytes)).matches("\\p{ASCII}*");
        var message = read(bytes);
        for (var header : List.of("From", "To", "Date", "Message-ID", "Subject", "MIME-Version")) {
            assertThat(message.getHeader(header)).as(header).hasSize(1);
        }
        assertThat(message.getMessageID())
                .isEqualTo("<0195a1c0-0000-7000-8000-000000000060@example.org>");
        assertThat(message.getSentDate().toInstant()).isEqualTo(SampleLetters.NOW);
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getContentLanguage()).containsExactly(letter.to().language().tag());
        assertThat(message.getHeader("List-Unsubscribe")).isNull();
    }

    @ParameterizedTest
    @MethodSource("letters")
    void hasATextAndAnHtmlPart(Letter letter) throws Exception {
        var message = read(bytes(letter));
        var top = (MimeMultipart) message.getContent();
        var alternative =
                top.getContentType().startsWith("multipart/mixed")
                        ? (MimeMultipart) top.getBodyPart(0).getContent()
                        : top;
        assertThat(alternative.getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(alternative.getBodyPart(1).getContentType()).startsWith("text/html");
    }

    @Test
    void attachesOneCalendarWithItsMethod() throws Exception {
        var message = read(bytes(confirmationFor("Ana")));
        var parts = (MimeMultipart) message.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        var type = new ContentType(parts.getBodyPart(1).getContentType());
        assertThat(type.getBaseType()).isEqualTo("text/calendar");
        assertThat(type.getParameter("charset")).isEqualTo("UTF-8");
        assertThat(type.getParameter("method")).isEqualTo("PUBLISH");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("tinkuy.ics");
        assertThat(text(parts.getBodyPart(1).getInputStream().readAllBytes()))
                .startsWith("BEGIN:VCALENDAR\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana\r\nBcc: everyone@example.org",
                "Ana\nX-Injected: yes\n\nbody",
                "Ana <evil@example.org>, Eve",
                "\"Ana\" \\",
                "=?UTF-8?Q?=0D=0ABcc:_x?="
            })
    void letsNoNameBeginAHeaderOrAddARecipient(String name) throws Exception {
        var message = read(bytes(confirmationFor(name)));
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getHeader("X-Injected")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getAddress())
                .isEqualTo("ana@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"محمد بن سلمان", "👩‍🔬 Ñusta Qoyllur", "José María Ñahui", "李小龍"})
    void keepsNamesOfEveryScript(String name) throws Exception {
        var message = read(bytes(confirmationFor(name)));
        assertThat(((InternetAddress) message.getAllRecipients()[0]).getPersonal()).isEqualTo(name);
    }

    @Test
    void fillsSlotsWhereverTheyStand() throws Exception {
        var message =
                read(bytes(aCampaignFor("José <Pérez> & \"Ñusta\"", "https://t.example/u/1")));
        assertThat(message.getSubject()).isEqualTo("Novedades para José <Pérez> & \"Ñusta\"");
        var parts = (MimeMultipart) message.getContent();
        assertThat(((String) parts.getBodyPart(0).getContent()).lines())
                .contains("Hola, José <Pérez> & \"Ñusta\":", ". Un punto al comienzo", "{nada}")
                .contains("José <Pérez> & \"Ñusta\", https://t.example/u/1");
        assertThat((String) parts.getBodyPart(1).getContent())
                .contains("<p>Hola, José &lt;Pérez&gt; &amp; &quot;Ñusta&quot;:</p>")
                .contains("<a href=\"https://t.example/u/1\">");
    }

    @Test
    void comesFromItsProgrammeAtTheConfiguredAddress() throws Exception {
        var from = (InternetAddress) read(bytes(confirmationFor("Ana"))).getFrom()[0];
        assertThat(from.getPersonal()).isEqualTo("Rumbo a PERUMIN, Edición Bicentenario");
        assertThat(from.getAddress()).isEqualTo("no-reply@example.org");
    }

    @Test
    void writesTheSameForEveryoneButTheSlots() throws Exception {
        var composer = SampleWords.aComposer();
        var one = aCampaignFor("Ana", "https://t.example/u/1");
        var other = aCampaignFor("José", "https://t.example/u/2");
        assertThat(composer.compile(one.text())).isSameAs(composer.compile(other.text()));
    }

    @Test
    void saysOfBulkMailHowToEndItAndNothingOfItOnOthers() throws Exception {
        var message = read(bytes(aCampaignFor("Ana", "https://t.example/u/1")));
        assertThat(message.getHeader("List-Unsubscribe"))
                .containsExactly("<https://t.example/u/1>,\r\n <mailto:leave@example.org>");
        assertThat(message.getHeader("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
        assertThat(message.getHeader("List-Id"))
                .containsExactly("\"Rumbo a PERUMIN, noticias\" <perumin.example.org>");
        assertThat(message.getHeader("Feedback-ID"))
                .containsExactly("campaign-7:perumin.example.org:newsletter:tinkuy");
        assertThat(message.getHeader("Auto-Submitted")).isNull();
    }

    @Test
    void letsNoSlotBeginAHeader() {
        assertThatThrownBy(() -> bytes(aCampaignFor("Ana", "https://t.example/\r\nBcc: x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Mail aCampaignFor(String name, String link) {
        return new Mail(
                new Addressee("ana@example.org", name, Language.ES, null),
                new MailText(
                        Language.ES,
                        "Novedades para {name}",
                        "Hola, {name}:\n. Un punto al comienzo\n{nada}\n{name}, {link}\n",
                        "<p>Hola, {name}:</p>\n<a href=\"{link}\">Salir</a>",
                        Optional.empty(),
                        Optional.of(
                                new MailingList(
                                        "perumin.example.org",
                                        "Rumbo a PERUMIN, noticias",
                                        "{link}",
                                        Optional.of("leave@example.org"),
                                        "campaign-7")),
                        Set.of("name", "link")),
                Map.of("name", name, "link", link));
    }

    private static Letter confirmationFor(String name) {
        return new Letter.Notice(
                new Addressee("ana@example.org", name, Language.ES, null),
                DeliveryKind.REGISTRATION_CONFIRMED,
                List.of(SampleLetters.confirmed(aPlenaryOn("2026-11-25"))));
    }

    private static byte[] bytes(Letter letter) throws Mailbox.Unusable {
        return bytes(SampleLetters.mail(letter));
    }

    private static byte[] bytes(Mail mail) throws Mailbox.Unusable {
        var composer = SampleWords.aComposer();
        var message = new WireBuffer();
        composer.compose(
                ID, mail, composer.compile(mail.text()), Mailbox.of(mail.to().address()), message);
        return message.toBytes();
    }

    private static MimeMessage read(byte[] bytes) throws MessagingException {
        return new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
