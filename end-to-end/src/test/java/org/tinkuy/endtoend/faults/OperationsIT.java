package org.tinkuy.endtoend.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tinkuy.endtoend.Await;
import org.tinkuy.endtoend.Operator;
import org.tinkuy.endtoend.OrganiserApi;
import org.tinkuy.endtoend.TinkuySystem;

/// What `docs/operations.md` says of backups, done: a machine is lost some time after a backup that
/// was made while people registered and a campaign and reminders went out. Then PostgreSQL's data
/// and the secrets come to an empty machine, Kafka is empty, and the topics are written again.
/// While that runs its schema is expanded as by the next version; then all of it is stopped and
/// goes on elsewhere from a copy of its directory.
class OperationsIT {

    private static final int SEATS = 30;
    private static final int BEFORE = 40;
    private static final int MEANWHILE = 20;
    private static final int AFTERWARDS = 5;
    private static final int READERS = 400;
    private static final int PER_SECOND = 10;

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final Duration SETTLED_WITHIN = Duration.ofMinutes(8);
    private static final Duration REMINDED_BEFORE = Duration.ofMinutes(10);
    private static final String NO_LIMIT_IN_PRACTICE = "1000000";
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "TINKUY_LIMIT_MAIL_BURST", NO_LIMIT_IN_PRACTICE,
                    "TINKUY_LIMIT_MAIL_PER_MINUTE", NO_LIMIT_IN_PRACTICE,
                    "TINKUY_LIMIT_CODES_BURST", NO_LIMIT_IN_PRACTICE,
                    "TINKUY_LIMIT_CODES_PER_MINUTE", NO_LIMIT_IN_PRACTICE);

    private UUID session = new UUID(0, 0);

    @Test
    void losesNothingThatWasBackedUpAndMailsNothingTwice() throws Exception {
        try (var lost = new TinkuySystem("lost", SETTINGS)) {
            lost.start();
            var starts = scheduled(lost);
            var crowd = new Crowd(lost, session);
            crowd.come(BEFORE, Duration.ofSeconds(8));
            settled(lost);
            lost.moveClock(untilTheReminder(lost, starts));
            startCampaign(lost);
            Await.until("a part of the campaign", SOON, () -> campaignMails(lost) >= READERS / 8);

            var answered = crowd.answered();
            var others = CompletableFuture.runAsync(() -> come(crowd, BEFORE, MEANWHILE));
            var backup = BaseBackup.of(lost, emptied(lost.data().resolveSibling("backup")));
            others.join();
            Await.until("reminders", SOON, () -> lost.now().isAfter(starts.minus(REMINDED_BEFORE)));
            Await.until("most of the campaign", SOON, () -> campaignMails(lost) >= READERS / 2);
            lost.kill();
            var lostAt = lost.now();

            restored(lost, backup, lostAt, answered);
        }
    }

    private void restored(
            TinkuySystem lost, BaseBackup backup, Instant lostAt, Crowd.Answered answered)
            throws Exception {
        var settings = new HashMap<>(SETTINGS);
        settings.put("TINKUY_TOLD_UNTIL", lostAt.toString());
        try (var system = lost.successor("restored", settings)) {
            backup.restoreTo(system);
            keepMails(lost, system);
            system.start();
            new Operator(system).republish();
            showsProgrammes(system);
            keepsDevices(system);
            settled(system);
            audited(system, answered);

            NextVersion.expands(system);
            var newcomers = new Crowd(system, session);
            newcomers.come(BEFORE + MEANWHILE, AFTERWARDS, Duration.ofSeconds(1));
            settled(system);
            audited(system, newcomers.answered());
            system.stop();

            moved(system, newcomers.answered());
        }
    }

    private void moved(TinkuySystem former, Crowd.Answered answered) throws Exception {
        try (var system = former.successor("moved", SETTINGS)) {
            BaseBackup.copy(former.data(), system.data(), Set.of("programs", "lock", "logs"));
            system.start();
            showsProgrammes(system);
            keepsDevices(system);
            settled(system);
            audited(system, answered);
            var newcomers = new Crowd(system, session);
            newcomers.come(BEFORE + MEANWHILE + AFTERWARDS, AFTERWARDS, Duration.ofSeconds(1));
            settled(system);
            audited(system, newcomers.answered());
        }
    }

    private Instant scheduled(TinkuySystem system) throws IOException {
        var starts = system.now().plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MINUTES);
        session =
                UUID.fromString(
                        system.organiser()
                                .signIn()
                                .scheduleWorkshop(
                                        "Workshop", starts.atZone(ZoneId.of("Etc/UTC")), SEATS));
        return starts;
    }

    /// Reminders fall due between the backup and the loss.
    private static Duration untilTheReminder(TinkuySystem system, Instant starts) {
        return Duration.between(system.now(), starts.minus(REMINDED_BEFORE).minusSeconds(25));
    }

    private static void startCampaign(TinkuySystem system) throws Exception {
        var newsletter = new Newsletter(system, system.organiser());
        newsletter.subscribe(READERS);
        newsletter.send(PER_SECOND);
    }

    private static void come(Crowd crowd, int first, int people) {
        try {
            crowd.come(first, people, Duration.ofSeconds(5));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long campaignMails(TinkuySystem system) {
        try {
            return Database.of(system, "notification")
                    .count(
                            "select count(*) from ended_deliveries where kind = 'campaign' and state = 'sent'");
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The mails are in people's mailboxes, wherever the system runs.
    private static void keepMails(TinkuySystem lost, TinkuySystem system) throws IOException {
        BaseBackup.copy(lost.data().resolve("mail"), system.data().resolve("mail"), Set.of());
    }

    private static void showsProgrammes(TinkuySystem system) {
        try (var http = HttpClient.newHttpClient()) {
            var home = HttpRequest.newBuilder(URI.create(system.baseUrl() + "/")).build();
            Await.until(
                    "the programmes on the home page",
                    SOON,
                    () -> {
                        try {
                            return http.send(home, BodyHandlers.ofString())
                                    .body()
                                    .contains("heading-to-perumin");
                        } catch (IOException e) {
                            return false;
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    });
        }
    }

    /// With the token that the lost system gave; none is asked for.
    private void keepsDevices(TinkuySystem system) {
        OrganiserApi organiser = system.organiser();
        assertThat(organiser.send("GET", "/api/registrations?sessionId=" + session, null).size())
                .isPositive();
    }

    private static void settled(TinkuySystem system) throws IOException {
        var audit = new Audit(system);
        var open = new ArrayList<String>();
        try {
            Await.until(
                    "everything to be told",
                    SETTLED_WITHIN,
                    () -> {
                        open.clear();
                        open.addAll(audit.unsettled());
                        return open.isEmpty();
                    });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ": " + open, e);
        }
    }

    private void audited(TinkuySystem system, Crowd.Answered answered)
            throws IOException, SQLException {
        var audit = new Audit(system);
        audit.registrations(answered, session, SEATS);
        audit.topics();
        System.out.println(audit.report());
        assertThat(audit.faults()).isEmpty();
        assertThat(audit.owed(session)).as("messages owed and not written").isZero();
        assertThat(audit.deadLetters()).as("dead letters").isZero();
        assertThat(twice(system)).as("mailed twice").isEmpty();
    }

    /// By what it says, not by its id: what is made anew has another.
    private static List<String> twice(TinkuySystem system) throws IOException {
        return ReceivedMail.all(system).stream()
                .collect(
                        Collectors.groupingBy(
                                mail -> mail.recipient() + ": " + mail.subject(),
                                Collectors.counting()))
                .entrySet()
                .stream()
                .filter(mail -> mail.getValue() > 1)
                .map(Map.Entry::toString)
                .toList();
    }

    private static Path emptied(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return directory;
    }
}
