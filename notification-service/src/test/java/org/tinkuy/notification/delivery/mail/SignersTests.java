package org.tinkuy.notification.delivery.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.james.jdkim.DKIMVerifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.NotificationSettings;
import org.tinkuy.notification.NotificationSettings.Dkim;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.MailingList;
import org.tinkuy.notification.notice.mail.SampleLetters;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.settings.RefusedSetting;
import org.tinkuy.smtp.Mailbox;
import org.tinkuy.smtp.WireBuffer;

/// Verified by Apache James jDKIM, which did not sign, with keys as each domain publishes them.
class SignersTests {

    private static final Dkim NONE = new Dkim("", "", "");

    @TempDir static Path folder;
    private static KeyPair ours;
    private static KeyPair theNewsletters;

    @BeforeAll
    static void twoKeys() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        ours = generator.generateKeyPair();
        theNewsletters = generator.generateKeyPair();
        write("ours.pem", ours);
        write("news.pem", theNewsletters);
    }

    @Test
    void signEachSenderForItsOwnDomain() throws Exception {
        var settings = settings("News <news@News.Example.net>", key("ours", ""), key("news", ""));

        assertThat(signedFor(mail(true), settings)).isEqualTo("news.example.net");
        assertThat(signedFor(mail(false), settings)).isEqualTo("example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "news@example.org, ''",
        "news@mail.example.org, ''",
        "news@mail.example.org, example.org",
        "news@example.org, mail.example.org"
    })
    void signByOneKeyWithinOneOrganisation(String newsletterFrom, String domain) throws Exception {
        var settings = settings(newsletterFrom, key("ours", domain), NONE);

        assertThat(signedFor(mail(true), settings))
                .isEqualTo(domain.isEmpty() ? "example.org" : domain);
    }

    @Test
    void refuseASenderWhoseDomainHasNoKey() {
        assertThatThrownBy(() -> composer(settings("news@example.net", key("ours", ""), NONE)))
                .isInstanceOf(RefusedSetting.class)
                .hasMessageContaining("TINKUY_NEWSLETTER_FROM is \"news@example.net\"")
                .hasMessageContaining("there is one for example.org")
                .hasMessageContaining("TINKUY_NEWSLETTER_DKIM_KEY must name a key for example.net");
        assertThatThrownBy(() -> composer(settings("", key("ours", "ample.org"), NONE)))
                .isInstanceOf(RefusedSetting.class)
                .hasMessageContaining("TINKUY_MAIL_FROM");
        assertThatThrownBy(() -> composer(settings("news@example.net", NONE, key("news", ""))))
                .hasMessageContaining("TINKUY_DKIM_KEY must name a key for example.org");
    }

    @Test
    void refuseAKeyWithoutASelectorOrAFile() {
        var unnamed = new Dkim(folder.resolve("news.pem").toString(), "", "");
        assertThatThrownBy(() -> composer(settings("news@example.net", key("ours", ""), unnamed)))
                .hasMessageContaining("TINKUY_NEWSLETTER_DKIM_SELECTOR");
        assertThatThrownBy(() ->
                        composer(settings("news@example.net", key("ours", ""), key("missing", ""))))
                .hasMessageContaining("TINKUY_NEWSLETTER_DKIM_KEY");
    }

    @Test
    void signNothingWithoutAKey() throws Exception {
        assertThat(written(mail(true), settings("news@example.net", NONE, NONE)))
                .doesNotContain("DKIM-Signature");
    }

    private static Dkim key(String name, String domain) {
        return new Dkim(folder.resolve(name + ".pem").toString(), "tinkuy", domain);
    }

    private static void write(String name, KeyPair pair) throws Exception {
        Files.writeString(
                folder.resolve(name),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
    }

    private static NotificationSettings settings(String newsletterFrom, Dkim one, Dkim other) {
        var usual = SampleLetters.SETTINGS;
        return new NotificationSettings(
                usual.signInSecret(),
                usual.publicUrl(),
                new NotificationSettings.Mail(
                        "Tinkuy <no-reply@example.org>", newsletterFrom, "", one, other),
                usual.smtp(),
                usual.delivery());
    }

    private static MailComposer composer(NotificationSettings settings) {
        return new MailComposer(new MailFrom(settings), settings, SampleLetters.CLOCK);
    }

    private static Mail mail(boolean toAList) {
        return new Mail(
                new Addressee("ana@example.com", "Ana", Language.ES, null),
                new MailText(
                        Language.ES,
                        "Novedades",
                        "Hola",
                        "<p>Hola</p>",
                        Optional.empty(),
                        toAList
                                ? Optional.of(
                                        new MailingList(
                                                "perumin.example.org",
                                                "Noticias",
                                                "https://t.example/u",
                                                Optional.empty(),
                                                "campaign-7"))
                                : Optional.empty(),
                        Set.of()));
    }

    private static String written(Mail mail, NotificationSettings settings)
            throws Mailbox.Unusable {
        var composer = composer(settings);
        var message = new WireBuffer();
        composer.compose(
                new DeliveryId(UUID.randomUUID()),
                mail,
                composer.compile(mail.text()),
                Mailbox.of(mail.to().address()),
                message);
        return message.toString();
    }

    /// The domain of the one valid signature.
    private static String signedFor(Mail mail, NotificationSettings settings) throws Exception {
        var keys = Map.of("news.example.net", theNewsletters);
        var verifier =
                new DKIMVerifier((method, selector, domain) ->
                        List.of(published(keys.getOrDefault(domain.toString(), ours))));
        var records =
                verifier.verify(new ByteArrayInputStream(written(mail, settings).getBytes(UTF_8)));
        assertThat(records).hasSize(1);
        return Objects.requireNonNull(records.getFirst().getDToken()).toString();
    }

    private static String published(KeyPair pair) {
        return "v=DKIM1; k=rsa; p="
                + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }
}
