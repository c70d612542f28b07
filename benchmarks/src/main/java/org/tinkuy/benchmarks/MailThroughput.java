package org.tinkuy.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.tinkuy.embedded.Directories;

/// Mails that notification-service hands over per second, from rows in its database to a sink on
/// this machine, unsigned and signed, beside Angus Mail as shipped in the same run. Exits with 1
/// when a mail got lost or went out twice.
public final class MailThroughput {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final MailOptions options;
    private final Path home;
    private final Path directory;
    private final PrintStream out;
    private boolean correct = true;

    private MailThroughput(MailOptions options, Path home, PrintStream out) throws IOException {
        this.options = options;
        this.home = home;
        this.directory =
                Files.createTempDirectory(
                        Files.createDirectories(home.resolve("benchmarks/target")), "mail-");
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(System.getProperty("tinkuy.home", "")).toAbsolutePath();
        var correct = new MailThroughput(MailOptions.of(arguments), home, System.out).measureAll();
        System.exit(correct ? 0 : 1);
    }

    private boolean measureAll()
            throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        out.printf(
                Locale.ROOT,
                "%d processors; data under %s%n",
                Runtime.getRuntime().availableProcessors(),
                directory);
        try (var system = new MailSystem(home, directory, Map.of(), Duration.ZERO)) {
            var due = new DueReminders(system);
            var angus = angus(system);
            ours("unsigned", system, due, angus);
            system.restartService(dkimKey());
            ours("signed with RSA-2048", system, due, angus);
        }
        if (correct) {
            Directories.delete(directory);
        }
        return correct;
    }

    private double angus(MailSystem system) throws InterruptedException, IOException {
        var before = system.seen();
        var began = System.nanoTime();
        var process = system.startAngus(options.mails(), options.connections());
        awaitMails(system, before.mails() + 1);
        var first = System.nanoTime();
        process.waitFor();
        var seconds = (System.nanoTime() - first) / 1e9;
        var perSecond = (system.seen().mails() - before.mails()) / seconds;
        out.printf(
                Locale.ROOT,
                "%nAngus Mail as shipped, %d connections, no database: %,.0f mails/s"
                        + " (its start of %.1f s not counted)%n",
                options.connections(),
                perSecond,
                (first - began) / 1e9);
        return perSecond;
    }

    private void ours(String how, MailSystem system, DueReminders due, double angus)
            throws SQLException, IOException, InterruptedException {
        send(system, due, options.warmUp());
        var processes = system.processes();
        var phasesBefore = system.phases();
        var before = ProcessTimes.now(processes);
        var seconds = send(system, due, options.mails());
        var used = ProcessTimes.now(processes).since(before);
        var perSecond = options.mails() / seconds;
        out.printf(
                Locale.ROOT,
                "%nnotification-service, %s: %,.0f mails/s (%,d in %.1f s), %.2f times Angus%n",
                how,
                perSecond,
                options.mails(),
                seconds,
                perSecond / angus);
        used.seconds()
                .forEach((name, cpu) ->
                        out.printf(
                                Locale.ROOT,
                                "  CPU of %-22s %5.0f µs per mail%n",
                                name,
                                1e6 * cpu / options.mails()));
        out.printf(
                Locale.ROOT, "  memory of the service       %5d MiB resident%n", system.memory());
        out.println("  time of its threads, by phase:");
        print(phasesBefore, system.phases());
    }

    private void print(Map<String, Double> before, Map<String, Double> after) {
        after.forEach((phase, seconds) ->
                out.printf(
                        Locale.ROOT,
                        "    %-12s %5.0f µs per mail%n",
                        phase,
                        1e6 * (seconds - before.getOrDefault(phase, 0.0)) / options.mails()));
    }

    /// @return the seconds from the commit that makes the rows due to the last mail
    private double send(MailSystem system, DueReminders due, int mails)
            throws SQLException, IOException, InterruptedException {
        var before = system.seen();
        due.prepare(mails);
        var began = System.nanoTime();
        due.release();
        awaitMails(system, before.mails() + mails);
        var seconds = (System.nanoTime() - began) / 1e9;
        due.awaitSent(PATIENCE);
        var after = system.seen();
        if (after.mails() - before.mails() != mails
                || after.recipients() - before.recipients() != mails) {
            out.printf(
                    Locale.ROOT,
                    "EXPECTED %,d MAILS, THE SINK HAS %s AFTER %s%n",
                    mails,
                    after,
                    before);
            correct = false;
        }
        return seconds;
    }

    private static void awaitMails(MailSystem system, long mails) throws IOException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (system.seen().mails() < mails) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("only " + system.seen() + " of " + mails);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private Path dkimKey() throws GeneralSecurityException, IOException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var encoded =
                Base64.getMimeEncoder()
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        return Files.writeString(
                directory.resolve("dkim.pem"),
                "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
    }
}
