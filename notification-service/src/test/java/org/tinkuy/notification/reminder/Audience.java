package org.tinkuy.notification.reminder;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.languages.Language;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.DeliveryKind;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailSource;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.LocalisedText;
import org.tinkuy.notification.people.NewsFollower;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.Recipients;
import org.tinkuy.notification.people.RegistrationChange;
import org.tinkuy.notification.people.RegistrationChange.What;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.RegistrationNews;
import org.tinkuy.notification.people.Registrations;
import org.tinkuy.notification.people.Schedule;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.people.SessionTimes;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A programme's people and sessions in a time of the test's own, years from now: what the service
/// itself does meanwhile leaves them alone. Fan-out and mail go on when the test says so.
public final class Audience {

    static final ZoneId LIMA = ZoneId.of("America/Lima");

    private ProgrammeId programme = new ProgrammeId(UUID.randomUUID());
    final FanOut fanOut;
    private final ScheduleReminders reminders;
    private final List<NewsFollower> followers;
    private final Registrations registrations;
    private final Recipients recipients;
    private final Schedule schedule;
    private final MailSource mails;
    final DatabaseClient database;
    final TransactionalOperator transaction;
    private final SmartLifecycle worker;

    Audience(
            FanOut fanOut,
            ScheduleReminders reminders,
            FollowReinstatements reinstatements,
            Registrations registrations,
            Recipients recipients,
            Schedule schedule,
            List<MailSource> mails,
            DatabaseClient database,
            TransactionalOperator transaction,
            @Qualifier("fanOutWorker") SmartLifecycle worker) {
        this.fanOut = fanOut;
        this.reminders = reminders;
        this.followers = List.of(reminders, reinstatements);
        this.registrations = registrations;
        this.recipients = recipients;
        this.schedule = schedule;
        this.mails =
                mails.stream()
                        .filter(source -> source.kinds().contains(DeliveryKind.REMINDER_24H))
                        .findFirst()
                        .orElseThrow();
        this.database = database;
        this.transaction = transaction;
        this.worker = worker;
    }

    /// One message that went out.
    record Sent(DeliveryKind kind, SessionId session, RecipientId to, Mail mail) {}

    void gather() {
        worker.stop();
        database.sql(
                        """
                        with n as (delete from reschedule_notices),
                            c as (delete from cancelled_sessions)
                        delete from reminders
                        """)
                .then()
                .block();
        programme = new ProgrammeId(UUID.randomUUID());
        schedule.save(
                        new Schedule.Programme(
                                programme,
                                "programme-" + programme.value(),
                                text("Rumbo a PERUMIN"),
                                null,
                                Map.of(),
                                null))
                .block();
    }

    /// Leaves nothing that the service could plan again.
    void disperse() {
        database.sql(
                        """
                        with d as (delete from deliveries where programme_id = $1),
                            e as (delete from ended_deliveries where programme_id = $1),
                            r as (delete from registrations where programme_id = $1),
                            s as (delete from sessions where programme_id = $1 returning id),
                            m as (delete from reminders using s where session_id = s.id),
                            a as (delete from announcements using s where session_id = s.id),
                            c as (delete from cancelled_sessions using s where session_id = s.id),
                            l as (delete from lost_seats using s where session_id = s.id)
                        delete from reschedule_notices using s where session_id = s.id
                        """)
                .bind(0, programme.value())
                .then()
                .block();
        worker.start();
    }

    /// People with one seat each at a session.
    void many(SessionId session, int people, Instant confirmedAt) {
        database.sql(
                        """
                        with people as (
                            select gen_random_uuid() as id from generate_series(1, :people)),
                        known as (
                            insert into recipients (id, address, name, language, time_zone)
                            select id, id || '@example.org', 'Ana', 'es', 'America/Lima'
                            from people)
                        insert into registrations (id, status, session_id, programme_id,
                            recipient_id, decided_at, known_since)
                        select gen_random_uuid(), 'confirmed', :session, :programme, id, :at, :at
                        from people
                        """)
                .bind("people", people)
                .bind("session", session.value())
                .bind("programme", programme.value())
                .bind("at", confirmedAt)
                .then()
                .block();
    }

    void becomesKnown(RecipientId id, Instant now) {
        together(save(id).then(reminders.recipientsRecorded(Set.of(id), now)));
    }

    void erase(RecipientId id) {
        recipients.erase(id).block();
    }

    void planAgain(Instant now) {
        reminders.planAgain(now).block();
    }

    static LocalisedText text(String spanish) {
        return new LocalisedText(Map.of("es", spanish));
    }

    RecipientId someone() {
        var id = new RecipientId(UUID.randomUUID());
        save(id).block();
        return id;
    }

    private Mono<Void> save(RecipientId id) {
        return recipients
                .save(
                        Map.of(
                                id,
                                new Recipients.Recorded(
                                        new Addressee(
                                                id.value() + "@example.org",
                                                "Ana",
                                                Language.ES,
                                                LIMA),
                                        null)))
                .then();
    }

    static SessionTimes starting(Instant start) {
        var local = start.atZone(LIMA);
        return new SessionTimes(
                local.toLocalDate(),
                local.toLocalTime().truncatedTo(ChronoUnit.MINUTES),
                null,
                LIMA);
    }

    void publish(SessionId id, long version, SessionTimes times, Instant now) {
        save(id, version, times, null, now);
    }

    void cancel(SessionId id, long version, SessionTimes times, Instant now) {
        save(id, version, times, new Schedule.Cancellation(now, text("Lluvias")), now);
    }

    private void save(
            SessionId id,
            long version,
            SessionTimes times,
            Schedule.@Nullable Cancellation cancelled,
            Instant now) {
        var session =
                new Schedule.Session(
                        id,
                        programme,
                        null,
                        "workshop",
                        text("Taller"),
                        times.date(),
                        times.starts(),
                        times.ends(),
                        times.timeZone(),
                        null,
                        version,
                        cancelled);
        together(schedule.save(session).then(follow(it -> it.sessionPublished(session, now))));
    }

    void withdraw(SessionId id) {
        together(schedule.withdraw(id).then(follow(it -> it.sessionWithdrawn(id))));
    }

    void confirm(RecipientId who, SessionId session, Instant at, Instant now) {
        change(who, session, new What.Confirmed(at), now);
    }

    void waitlist(RecipientId who, SessionId session, Instant now) {
        change(who, session, new What.Waitlisted(now, 1), now);
    }

    void promote(RecipientId who, SessionId session, Instant now) {
        change(who, session, new What.Promoted(now), now);
    }

    void cancel(RecipientId who, SessionId session, Instant now) {
        change(who, session, new What.Cancelled(now, "by-attendee", What.Before.SEAT), now);
    }

    void loseWithSession(RecipientId who, SessionId session, What.Before before, Instant now) {
        change(who, session, new What.Cancelled(now, "session-cancelled", before), now);
    }

    /// Whoever still has a seat there.
    void loseAllWithSession(SessionId session) {
        database.sql(
                        """
                        with lost as (
                            update registrations set status = 'cancelled', decided_at = null
                            where session_id = :session and status = 'confirmed'
                            returning id, session_id, programme_id, recipient_id)
                        insert into lost_seats (registration_id, session_id, programme_id,
                            recipient_id, lost_at)
                        select id, session_id, programme_id, recipient_id, now() from lost
                        """)
                .bind("session", session.value())
                .then()
                .block();
    }

    /// As registration-service does, a person has one registration per session for ever.
    private void change(RecipientId who, SessionId session, What what, Instant now) {
        var id =
                new RegistrationId(
                        UUID.nameUUIDFromBytes(
                                (who + "/" + session.value()).getBytes(StandardCharsets.UTF_8)));
        var change = new RegistrationChange(id, session, programme, who, what, List.of(id));
        together(
                registrations
                        .note(List.of(change), now)
                        .map(news -> new RegistrationNews(change, news.contains(id), null))
                        .flatMap(
                                news -> follow(it -> it.registrationsChanged(List.of(news), now))));
    }

    private Mono<Void> follow(Function<NewsFollower, Mono<Void>> news) {
        return Flux.fromIterable(followers).concatMap(news).then();
    }

    private void together(Mono<Void> acts) {
        acts.as(transaction::transactional).block();
    }

    /// @return how many pages there were
    int fanOut(Instant now, int people) {
        var pages = 0;
        while (fanOut.nextPage(now, people).block() != null) {
            pages++;
        }
        return pages;
    }

    /// A service that is killed in the middle of a page.
    void killedDuringAPage(Instant now, int people) {
        transaction
                .execute(status -> {
                    status.setRollbackOnly();
                    return fanOut.nextPage(now, people);
                })
                .blockLast();
    }

    /// What mail workers do with this programme's deliveries.
    List<Sent> mail(Instant now) {
        settle("expires_at <= :now", "expired", now);
        var due =
                database.sql(
                                """
                                select id, dedupe_key, kind, recipient_id, about, expires_at from deliveries
                                where programme_id = :programme and state = 'ready'
                                  and next_attempt_at <= :now
                                """)
                        .bind("programme", programme.value())
                        .bind("now", now)
                        .map(row ->
                                new Delivery(
                                        new DeliveryId(need(row.get("id", UUID.class))),
                                        need(row.get("dedupe_key", String.class)),
                                        DeliveryKind.labelled(need(row.get("kind", String.class))),
                                        new RecipientId(need(row.get("recipient_id", UUID.class))),
                                        List.of(need(row.get("about", UUID[].class))),
                                        need(row.get("expires_at", Instant.class)),
                                        0,
                                        0,
                                        false,
                                        null))
                        .all()
                        .collectList()
                        .block();
        var sent = new ArrayList<Sent>();
        for (var from = 0; from < need(due).size(); from += 200) {
            var batch = need(due).subList(from, Math.min(from + 200, need(due).size()));
            var written = need(mails.gather(batch, now).block());
            for (var delivery : batch) {
                var mail = written.get(delivery.id());
                if (mail != null) {
                    sent.add(
                            new Sent(
                                    delivery.kind(),
                                    new SessionId(delivery.about().getFirst()),
                                    delivery.recipient(),
                                    mail));
                }
            }
            end(written.keySet().stream().map(DeliveryId::value).toList(), "sent", now);
            end(
                    batch.stream()
                            .map(Delivery::id)
                            .filter(id -> !written.containsKey(id))
                            .map(DeliveryId::value)
                            .toList(),
                    "expired",
                    now);
        }
        return sent;
    }

    private void end(List<UUID> ids, String state, Instant now) {
        settle("id = any(:ids)", state, now, ids.toArray(UUID[]::new));
    }

    private void settle(String which, String state, Instant now, UUID... ids) {
        var statement =
                database.sql(
                                "with over as (delete from deliveries"
                                        + " where programme_id = :programme and state = 'ready'"
                                        + " and "
                                        + which
                                        + """
                                         returning *)
                                        insert into ended_deliveries (id, dedupe_key, kind, lane,
                                            channel, recipient_id, about, programme_id, state,
                                            created_at, expires_at, next_attempt_at, attempts,
                                            unknowns, insisted, ended_at)
                                        select id, dedupe_key, kind, lane, channel, recipient_id,
                                            about, programme_id, :state, created_at, expires_at,
                                            next_attempt_at, attempts, unknowns, insisted, :now
                                        from over
                                        """)
                        .bind("state", state)
                        .bind("now", now)
                        .bind("programme", programme.value());
        (which.contains(":ids") ? statement.bind("ids", ids) : statement).then().block();
    }

    long count(String sql) {
        return need(
                database.sql(sql)
                        .bind("programme", programme.value())
                        .mapValue(Long.class)
                        .one()
                        .block());
    }

    static <T> T need(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
