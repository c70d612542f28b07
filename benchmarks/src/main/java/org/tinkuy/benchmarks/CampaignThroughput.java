package org.tinkuy.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.tinkuy.embedded.Directories;

/// A campaign from its start by the organiser to the last mail at a sink on this machine, first to
/// one that answers at once, then to one that thinks about each message for a while, as relays in
/// the world do. Exits with 1 when a mail got lost or went out twice.
public final class CampaignThroughput {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration RECORDED_WITHIN = Duration.ofMinutes(1);

    /// The most that a campaign may have.
    private static final int RATE = 10_000;

    private static final String SUBJECT = "{{name}}: lo que viene en {{programme}}";
    private static final String TEXT =
            "Hola, {{name}}:\n\n"
                    + ("La plenaria empieza **mañana**: miércoles 25 de noviembre de 2026,"
                                    + " 18:00–20:00. [Más](https://example.org/programme).\n\n")
                            .repeat(12)
                    + "Le escribimos a {{address}}. [No deseo más correos]({{unsubscribe}})\n";

    private final CampaignOptions options;
    private final Path home;
    private final Path directory;
    private final PrintStream out;
    private boolean correct = true;

    private CampaignThroughput(CampaignOptions options, Path home, PrintStream out)
            throws IOException {
        this.options = options;
        this.home = home;
        this.directory =
                Files.createTempDirectory(
                        Files.createDirectories(home.resolve("benchmarks/target")), "campaign-");
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        var home = Path.of(System.getProperty("tinkuy.home", "")).toAbsolutePath();
        var options = CampaignOptions.of(arguments);
        var correct = new CampaignThroughput(options, home, System.out).measureAll();
        System.exit(correct ? 0 : 1);
    }

    private boolean measureAll()
            throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        out.printf(
                Locale.ROOT,
                "%d processors; data under %s%n",
                Runtime.getRuntime().availableProcessors(),
                directory);
        measure("a relay that answers at once", Duration.ZERO);
        measure(
                "a relay that answers after " + options.answerAfter().toMillis() + " ms",
                options.answerAfter());
        if (correct) {
            Directories.delete(directory);
        }
        return correct;
    }

    private void measure(String relay, Duration answerAfter)
            throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        var place = Files.createDirectory(directory.resolve("relay-" + answerAfter.toMillis()));
        try (var editor = new NewsletterEditor();
                var system =
                        new MailSystem(
                                home,
                                place,
                                Map.of("TINKUY_REGISTRATION_URL", editor.keysAddress()),
                                answerAfter)) {
            var subscribers = new Subscribers(system);
            out.printf(Locale.ROOT, "%n%s, campaigns of %,d:%n", relay, options.mails());
            var windows = new ArrayList<SteadyState.Window>();
            while (windows.size() < options.campaigns() && !SteadyState.isSteady(windows)) {
                var from = windows.isEmpty() ? 0 : windows.getLast().to();
                var window = send(editor, system, subscribers, from);
                windows.add(window);
                out.printf(Locale.ROOT, "  %,.0f mails/s%n", window.perSecond());
            }
            show(new SteadyState(windows, SteadyState.isSteady(windows)), system);
        }
    }

    /// @param from so that the windows follow each other: what is done between them is not measured
    private SteadyState.Window send(
            NewsletterEditor editor, MailSystem system, Subscribers subscribers, long from)
            throws IOException, InterruptedException, SQLException {
        subscribers.replace(options.mails());
        var campaign = editor.write(system, subscribers.programme(), SUBJECT, TEXT, RATE);
        var seen = system.seen();
        var used = ProcessTimes.now(system.processes());
        var began = System.nanoTime();
        editor.send(system, campaign);
        awaitMails(system, seen.mails() + options.mails());
        var took = System.nanoTime() - began;
        subscribers.awaitFinished(campaign, options.mails(), RECORDED_WITHIN);
        check(seen, system.seen());
        return new SteadyState.Window(
                from,
                from + took,
                options.mails(),
                ProcessTimes.now(system.processes()).since(used));
    }

    private void check(MailSystem.Seen before, MailSystem.Seen after) {
        if (after.mails() - before.mails() != options.mails()
                || after.recipients() - before.recipients() != options.mails()) {
            out.printf(
                    Locale.ROOT,
                    "EXPECTED %,d MAILS, THE SINK HAS %s AFTER %s%n",
                    options.mails(),
                    after,
                    before);
            correct = false;
        }
    }

    private void show(SteadyState state, MailSystem system) throws IOException {
        var last = state.last();
        out.printf(
                Locale.ROOT,
                "  the last three%s: %,.0f mails/s%n",
                state.reached() ? ", which differ by less than 5 %" : " (not steady)",
                last.perSecond());
        for (var name : last.used().seconds().keySet()) {
            out.printf(
                    Locale.ROOT, "  CPU of %-22s %5.0f µs per mail%n", name, perMail(last, name));
        }
        out.printf(
                Locale.ROOT,
                "  CPU without the sink's          %5.0f µs per mail%n",
                perMail(last, MailSystem.SERVICE, TinkuySystem.POSTGRESQL, MailSystem.KAFKA));
        out.printf(
                Locale.ROOT,
                "  of which a record per person    %5.0f µs (PostgreSQL and Kafka); listmonk keeps"
                        + " none, and loses people%n",
                perMail(last, TinkuySystem.POSTGRESQL, MailSystem.KAFKA));
        out.printf(
                Locale.ROOT,
                "  memory of the service           %5d MiB resident%n",
                system.memory());
    }

    private static double perMail(SteadyState.Window window, String... processes) {
        var seconds = window.used().seconds();
        return Stream.of(processes).mapToDouble(name -> seconds.getOrDefault(name, 0.0)).sum()
                * 1e6
                / window.done();
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
}
