package org.tinkuy.notification.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.newsletter.mail.SampleNewsletters;
import org.tinkuy.notification.notice.mail.SampleLetters;
import org.tinkuy.notification.publication.mail.SamplePublications;
import org.tinkuy.notification.reminder.mail.SampleReminders;
import org.tinkuy.notification.staff.mail.SampleInvitations;
import org.tinkuy.smtp.Mailbox;
import org.tinkuy.smtp.WireBuffer;

/// What receivers' filters say of every mail in every language. Needs SpamAssassin (Debian: `apt
/// install spamassassin`) and is skipped without it; nothing is asked over the network.
class AcceptableMailTests {

    private static final double LIMIT = 2.0;
    private static final int MINUTES = 5;
    private static final Pattern VERDICT =
            Pattern.compile(
                    "X-Spam-Status: \\w+, score=(-?[\\d.]+) .*?tests=([\\w,\\s]*?) auto",
                    Pattern.DOTALL);

    @TempDir Path directory;

    /// Whoever writes another mail adds a sample of it here.
    private static Stream<Mail> mails(Language language) {
        return Stream.of(
                        SampleLetters.oneOfEach(language).stream().map(SampleLetters::mail),
                        SampleReminders.oneOfEach(language).stream(),
                        SamplePublications.oneOfEach(language).stream(),
                        SampleInvitations.oneOfEach(language).stream(),
                        SampleNewsletters.oneOfEach(
                                language, SampleWords.words(), SampleLetters.SETTINGS)
                                .stream())
                .flatMap(mails -> mails);
    }

    @Test
    void areNoSpam() throws Exception {
        assumeTrue(isOnThePath("spamassassin"), "spamassassin is not installed");
        var mails = Stream.of(Language.values()).flatMap(AcceptableMailTests::mails).toList();
        var verdicts = verdicts(mailboxOf(mails));
        assertThat(verdicts).hasSameSizeAs(mails);
        for (var i = 0; i < mails.size(); i++) {
            var text = mails.get(i).text();
            var verdict = verdicts.get(i);
            assertThat(verdict.score())
                    .as("%s in %s: %s", text.subject(), text.language(), verdict.hits())
                    .isLessThan(LIMIT);
            assertThat(verdict.hits())
                    .as("%s in %s", text.subject(), text.language())
                    .noneMatch(hit -> hit.startsWith("MISSING_") || hit.startsWith("MIME_"));
        }
    }

    private record Verdict(double score, List<String> hits) {}

    private List<Verdict> verdicts(Path mailbox) throws IOException, InterruptedException {
        var judged = directory.resolve("judged");
        var process =
                new ProcessBuilder("spamassassin", "-L", "-x", "--mbox", mailbox.toString())
                        .redirectOutput(judged.toFile())
                        .redirectError(directory.resolve("errors").toFile())
                        .start();
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(directory.resolve("errors"))).isZero();
        var verdicts = new ArrayList<Verdict>();
        var found = VERDICT.matcher(Files.readString(judged));
        while (found.find()) {
            verdicts.add(
                    new Verdict(
                            Double.parseDouble(found.group(1)),
                            Arrays.asList(found.group(2).strip().split("[,\\s]+"))));
        }
        return verdicts;
    }

    private Path mailboxOf(List<Mail> mails) throws IOException, Mailbox.Unusable {
        var mailbox = new StringBuilder();
        var composer = SampleWords.aComposer();
        var message = new WireBuffer();
        for (var mail : mails) {
            composer.compose(
                    new DeliveryId(UUID.randomUUID()),
                    mail,
                    composer.compile(mail.text()),
                    Mailbox.of(mail.to().address()),
                    message);
            mailbox.append("From no-reply@example.org Sun Nov 22 15:00:20 2026\n");
            mailbox.append(message.toString().replace("\r\n", "\n")).append('\n');
        }
        return Files.writeString(directory.resolve("mailbox"), mailbox);
    }

    private static boolean isOnThePath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, program))
                .anyMatch(Files::isExecutable);
    }
}
