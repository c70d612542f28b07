package org.tinkuy.notification.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import biweekly.Biweekly;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.RunningService;
import org.tinkuy.notification.ScriptedMailServer;
import org.tinkuy.notification.people.Acts;
import org.tinkuy.testing.MovableTime;
import tools.jackson.databind.node.ObjectNode;

/// From the facts of other services to mailboxes, while days pass.
@RunningService
class ReminderFlowIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired OtherServices others;
    @Autowired ScriptedMailServer server;
    @Autowired MovableTime time;
    @Autowired Clock clock;
    @Autowired DatabaseClient database;
    @Autowired MeterRegistry meters;
    private Acts acts;
    private final Instant start =
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(2));

    @BeforeEach
    void everythingIsKnown() {
        acts = new Acts(others).programmePublished().attendeeRecorded();
    }

    @AfterEach
    void timeIsRealAgain() {
        time.reset();
    }

    @Test
    void remindsThreeTimesByMail() {
        published(1, start);
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        awaitMails(1);
        until(start.minus(Duration.ofMinutes(23 * 60 + 45)));
        assertThat(subject(awaitMails(2).getLast())).startsWith("Reminder: Plenary");
        until(start.minus(Duration.ofMinutes(55)));
        assertThat(subject(awaitMails(3).getLast())).startsWith("Starting soon: Plenary");
        until(start.minus(Duration.ofMinutes(10)));
        var last = awaitMails(4).getLast();
        assertThat(subject(last)).startsWith("Starting in a few minutes: Plenary");
        assertThat(header(last, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(header(last, "List-Unsubscribe")).isEmpty();
        until(start.plusSeconds(60));
        fence();
        assertThat(mails()).hasSize(4);
    }

    @Test
    void remindsWhoeverRegistersAQuarterOfAnHourBefore() {
        published(1, start);
        until(start.minus(Duration.ofMinutes(15)));
        confirmedNow();
        awaitMails(1);
        until(start.minus(Duration.ofMinutes(10)));
        assertThat(subject(awaitMails(2).getLast())).startsWith("Starting in a few minutes");
        until(start.plusSeconds(60));
        fence();
        assertThat(mails()).hasSize(2);
    }

    @Test
    void tellsOnceOfThreeEditsWithinAMinuteAlsoWhenKafkaDeliversThemTwice() throws Exception {
        published(1, start);
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        awaitMails(1);
        awaitRegistration();
        for (var twice = 0; twice < 2; twice++) {
            published(2, start.plus(Duration.ofDays(1)));
            published(3, start.plus(Duration.ofDays(2)));
            published(4, start.plus(Duration.ofDays(3)));
        }
        awaitVersion(4);
        fence();
        assertThat(mails()).hasSize(1);
        time.pass(Duration.ofSeconds(61));
        var mail = awaitMails(2).getLast();
        assertThat(subject(mail)).startsWith("New time, ").contains(": Plenary");
        var event = Biweekly.parse(calendar(mail)).first().getEvents().getFirst();
        assertThat(event.getUid().getValue()).isEqualTo(acts.firstSession + "@tinkuy");
        assertThat(event.getSequence().getValue()).isEqualTo(4);
        assertThat(event.getDateStart().getValue().toInstant())
                .isEqualTo(start.plus(Duration.ofDays(3)));
        time.pass(Duration.ofMinutes(10));
        fence();
        assertThat(mails()).hasSize(2);
    }

    @Test
    void tellsOnceThatASessionIsCancelledAndWhy() throws Exception {
        published(1, start);
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        awaitMails(1);
        published(2, start.plus(Duration.ofHours(1)));
        cancelled(3);
        awaitVersion(3);
        var cancelled = OtherServices.sample("registrations", "registration-cancelled", 3);
        cancelled.put("id", acts.first.toString()).put("sessionId", acts.firstSession.toString());
        cancelled.put("programmeId", acts.programme.toString());
        cancelled.put("attendeeId", acts.attendee.toString());
        cancelled.put("cancelledAt", clock.instant().toString());
        cancelled.putArray("together").add(acts.first.toString());
        others.say("registrations", "registration-cancelled", acts.first.toString(), 3, cancelled);
        var mail = awaitMails(2).getLast();
        assertThat(subject(mail)).startsWith("Will not take place: Plenary");
        assertThat(text(mail))
                .contains("The organisers cancelled this session: The road is closed");
        until(start.minus(Duration.ofMinutes(9)));
        fence();
        assertThat(mails()).hasSize(2);
    }

    @Test
    void sendsNoReminderAfterItsDeadlineWhenTheMailServerIsBack() {
        published(1, start);
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        awaitMails(1);
        until(start.minus(Duration.ofMinutes(20)));
        awaitClosed("reminder-24h");
        awaitMails(2);
        var expired = expired();
        server.goDown();
        try {
            until(start.minus(Duration.ofMinutes(9)));
            awaitClosed("reminder-10min");
            until(start.plusSeconds(60));
            await().atMost(PATIENCE).until(() -> expired() > expired);
        } finally {
            server.comeBack();
        }
        fence();
        assertThat(mails()).hasSize(2);
        assertThat(meters.get("tinkuy.reminders.expired").tag("kind", "reminder-24h").counter())
                .satisfies(counter -> assertThat(counter.count()).isPositive());
    }

    private void awaitClosed(String kind) {
        awaitOne(
                "select count(*) from reminders where session_id = $1 and done_at is not null"
                        + " and kind = '"
                        + kind
                        + "'",
                acts.firstSession);
    }

    private double expired() {
        var counter =
                meters.find("tinkuy.delivery.expired").tag("kind", "reminder-10min").counter();
        return counter == null ? 0 : counter.count();
    }

    /// As an operator does after rows of an older version were found without a session.
    @Test
    void learnsFromARepublishedRegistrationWhatItDidNotKeepAndTellsNobody() {
        published(1, start);
        acts.confirmed(acts.first, acts.firstSession, acts.first, acts.second)
                .confirmed(acts.second, acts.firstSession, acts.first, acts.second);
        awaitMails(1);
        database.sql(
                        """
                        with forgotten as (
                            delete from inbox_versions
                            where consumer = 'registrations' and key = $1)
                        update registrations
                        set session_id = null, recipient_id = null, decided_at = null
                        where cast(id as text) = $1
                        """)
                .bind(0, acts.first.toString())
                .then()
                .block();
        acts.confirmed(acts.first, acts.firstSession, acts.first);
        awaitRegistration();
        fence();
        assertThat(mails()).hasSize(1);
        until(start.minus(Duration.ofMinutes(23 * 60 + 45)));
        awaitMails(2);
    }

    private void published(long version, Instant startsAt) {
        say(version, session(version, 1, startsAt));
    }

    private void cancelled(long version) {
        say(version, session(version, 4, start));
    }

    private ObjectNode session(long version, int sample, Instant startsAt) {
        var local = startsAt.atZone(Audience.LIMA);
        return OtherServices.sample("sessions", "session-published", sample)
                .put("id", acts.firstSession.toString())
                .put("programmeId", acts.programme.toString())
                .put("date", local.toLocalDate().toString())
                .put("starts", local.toLocalTime().toString())
                .put("ends", local.plusHours(1).toLocalTime().toString())
                .put("version", version);
    }

    private void say(long version, ObjectNode body) {
        others.say("sessions", "session-published", acts.firstSession.toString(), version, body);
    }

    private void confirmedNow() {
        var body = OtherServices.sample("registrations", "registration-confirmed", 1);
        body.put("id", acts.first.toString()).put("sessionId", acts.firstSession.toString());
        body.put("programmeId", acts.programme.toString());
        body.put("attendeeId", acts.attendee.toString());
        body.put("confirmedAt", clock.instant().toString());
        body.putArray("together").add(acts.first.toString());
        others.say("registrations", "registration-confirmed", acts.first.toString(), 2, body);
    }

    private void until(Instant then) {
        time.pass(Duration.between(clock.instant(), then));
    }

    private void awaitVersion(long version) {
        awaitOne(
                "select count(*) from sessions where id = $1 and version = " + version,
                acts.firstSession);
    }

    private void awaitRegistration() {
        awaitOne(
                "select count(*) from registrations where id = $1 and session_id is not null",
                acts.first);
    }

    private void awaitOne(String sql, UUID id) {
        await().atMost(PATIENCE)
                .until(() ->
                        Objects.requireNonNull(
                                        database.sql(sql)
                                                .bind(0, id)
                                                .mapValue(Long.class)
                                                .one()
                                                .block())
                                == 1);
    }

    /// What was due before has been sent when these mails are there.
    private void fence() {
        var later = new Acts(others).everythingKnown();
        for (var i = 0; i < 12; i++) {
            var registration = UUID.randomUUID();
            later.confirmed(registration, later.firstSession, registration);
        }
        await().atMost(PATIENCE).until(() -> server.received(later.address).size() == 12);
        await().atMost(PATIENCE).until(() -> open() == 0);
    }

    private long open() {
        return Objects.requireNonNull(
                database.sql(
                                """
                                select (select count(*) from all_deliveries where recipient_id = $1
                                        and state in ('waiting', 'ready', 'claimed', 'sending')
                                        and next_attempt_at <= $2)
                                    + (select count(*) from reminders
                                        where session_id = $3 and done_at is null
                                        and due_at <= $2)
                                    + (select count(*) from reschedule_notices
                                        where session_id = $3 and done_at is null
                                        and due_at <= $2)
                                """)
                        .bind(0, acts.attendee)
                        .bind(1, clock.instant())
                        .bind(2, acts.firstSession)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }

    private List<ScriptedMailServer.Received> mails() {
        return server.received(acts.address);
    }

    private List<MimeMessage> awaitMails(int number) {
        await().atMost(PATIENCE).until(() -> mails().size() >= number);
        assertThat(mails()).hasSize(number);
        return mails().stream().map(ScriptedMailServer.Received::message).toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(MimeMessage mail, String name) {
        try {
            return Objects.requireNonNullElse(mail.getHeader(name, null), "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail) throws Exception {
        var parts = (MimeMultipart) mail.getContent();
        var alternative =
                parts.getContentType().startsWith("multipart/mixed")
                        ? (MimeMultipart) parts.getBodyPart(0).getContent()
                        : parts;
        return (String) alternative.getBodyPart(0).getContent();
    }

    private static String calendar(MimeMessage mail) throws Exception {
        var parts = (MimeMultipart) mail.getContent();
        return new String(
                parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
