package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tinkuy.notification.delivery.SampleSessions.aPlenaryOn;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.notification.delivery.Addressee;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Language;
import org.tinkuy.notification.delivery.Letter;

class MailMessageTests {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final DeliveryId ID =
            new DeliveryId(UUID.fromString("0195a1c0-0000-7000-8000-000000000060"));
    private static final int LONGEST_LINE = 998;

    static Stream<Letter> letters() {
        return MailWriterTests.letters();
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
        assertThat(parts.getBodyPart(1).getContentType())
                .isEqualTo("text/calendar; charset=UTF-8; method=PUBLISH; name=tinkuy.ics");
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

    @ParameterizedTest
    @ValueSource(strings = {"no address", "a@b@c", "ana@example.org\r\nBcc: x@example.org", ""})
    void refusesWhatIsNoAddress(String address) {
        var letter =
                SampleLetters.aCode(
                        new Addressee(address, null, Language.ES, null),
                        Letter.Purpose.SIGN_IN,
                        List.of());
        assertThatThrownBy(() -> bytes(letter)).isInstanceOf(MessagingException.class);
    }

    private static Letter confirmationFor(String name) {
        return new Letter.Notice(
                new Addressee("ana@example.org", name, Language.ES, null),
                DeliveryKind.REGISTRATION_CONFIRMED,
                List.of(SampleLetters.confirmed(aPlenaryOn("2026-11-25"))));
    }

    private static byte[] bytes(Letter letter) throws MessagingException, IOException {
        var message =
                MailMessage.of(
                        ID,
                        SampleLetters.aWriter().write(letter),
                        new MailFrom(SampleLetters.SETTINGS),
                        SESSION,
                        SampleLetters.NOW);
        var out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toByteArray();
    }

    private static MimeMessage read(byte[] bytes) throws MessagingException {
        return new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
