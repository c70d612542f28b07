package org.tinkuy.notification.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.notification.people.NewsFollower;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.RegistrationChange;
import org.tinkuy.notification.people.RegistrationChange.What;
import org.tinkuy.notification.people.RegistrationNews;
import org.tinkuy.notification.people.Schedule;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.people.SessionTimes;
import reactor.core.publisher.Mono;

/// Keeps the schedule of reminders and notices in step with what other services say.
@Component
public class ScheduleReminders implements NewsFollower {

    private static final Duration SESSIONS_LAST_AT_MOST = Duration.ofDays(2);

    private final Schedule schedule;
    private final SessionLocks locks;
    private final Reminders reminders;
    private final ReminderCopies copies;
    private final Announcements announcements;
    private final RescheduleNotices notices;
    private final TransactionalOperator transaction;

    ScheduleReminders(
            Schedule schedule,
            SessionLocks locks,
            Reminders reminders,
            ReminderCopies copies,
            Announcements announcements,
            RescheduleNotices notices,
            TransactionalOperator transaction) {
        this.schedule = schedule;
        this.locks = locks;
        this.reminders = reminders;
        this.copies = copies;
        this.announcements = announcements;
        this.notices = notices;
        this.transaction = transaction;
    }

    @Override
    public Mono<Void> sessionPublished(Schedule.Session session, Instant now) {
        return session.cancelled() == null
                ? plan(session.id(), session.times(), now).then(announce(session, now))
                : sessionWithdrawn(session.id());
    }

    /// People are told by what becomes of their registrations.
    @Override
    public Mono<Void> sessionWithdrawn(SessionId session) {
        return reminders.drop(session).then(notices.drop(session));
    }

    @Override
    public Mono<Void> registrationsChanged(List<RegistrationNews> changes, Instant now) {
        var seats =
                changes.stream()
                        .map(RegistrationNews::change)
                        .filter(ScheduleReminders::givesASeat)
                        .toList();
        return copies.catchUp(seats, now).then();
    }

    private static boolean givesASeat(RegistrationChange change) {
        return switch (change.what()) {
            case What.Confirmed _, What.Promoted _ -> true;
            case What.Waitlisted _, What.Cancelled _ -> false;
        };
    }

    @Override
    public Mono<Void> recipientsRecorded(Set<RecipientId> recipients, Instant now) {
        return copies.catchUp(recipients, now).then();
    }

    /// Their copies end with their deliveries; the schedule knows no persons.
    @Override
    public Mono<Void> recipientErased(
            RecipientId recipient, Optional<String> address, Instant now) {
        return Mono.empty();
    }

    /// Derives every start again: the rules of time zones may have changed since the last start of
    /// this service, and sessions may have been published before it knew of reminders.
    public Mono<Void> planAgain(Instant now) {
        return schedule.takingPlaceSince(
                        LocalDate.ofInstant(now.minus(SESSIONS_LAST_AT_MOST), ZoneOffset.UTC))
                .collectList()
                .flatMapIterable(sessions -> sessions)
                .concatMap(session ->
                        locks.change(session)
                                .then(Mono.defer(() -> schedule.timesOf(session)))
                                .flatMap(times -> plan(session, times, now))
                                .as(transaction::transactional))
                .then();
    }

    private Mono<Void> plan(SessionId session, SessionTimes times, Instant now) {
        return times.start()
                .map(start -> start.toInstant())
                .map(start -> reminders.plan(session, start, Reminder.ahead(session, start, now)))
                .orElseGet(() -> reminders.drop(session));
    }

    /// The first announcement moves nothing.
    private Mono<Void> announce(Schedule.Session session, Instant now) {
        var announced = new Announcement(session.times(), session.place());
        return announcements
                .latest(session.id())
                .singleOptional()
                .filter(latest -> !latest.equals(Optional.of(announced)))
                .flatMap(latest ->
                        announcements
                                .add(session.id(), session.version(), announced, now)
                                .then(latest.isEmpty() ? Mono.empty() : notify(session, now)));
    }

    private Mono<Void> notify(Schedule.Session session, Instant now) {
        return notices.pending(session.id())
                .map(pending -> pending.overtakenBy(session.version()))
                .defaultIfEmpty(RescheduleNotice.first(session.id(), session.version(), now))
                .flatMap(notice -> notices.plan(notice, notice.dueAt(now)));
    }
}
