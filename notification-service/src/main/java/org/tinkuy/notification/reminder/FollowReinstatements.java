package org.tinkuy.notification.reminder;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.people.NewsFollower;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.RegistrationChange;
import org.tinkuy.notification.people.RegistrationChange.What;
import org.tinkuy.notification.people.RegistrationNews;
import org.tinkuy.notification.people.Schedule;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

/// Remembers whose seats the cancellation of a session cost, and notices that it takes place after
/// all.
@Component
class FollowReinstatements implements NewsFollower {

    private static final String SESSION_CANCELLED = "session-cancelled";

    private final ReinstatedSessions reinstated;

    FollowReinstatements(ReinstatedSessions reinstated) {
        this.reinstated = reinstated;
    }

    @Override
    public Mono<Void> sessionPublished(Schedule.Session session, Instant now) {
        var overAt = new Announcement(session.times(), session.place()).overAt().orElse(null);
        return session.cancelled() == null
                ? reinstated.takesPlace(
                        session.id(), session.version(), overAt, QuietPeriod.over(now, now))
                : reinstated.cancelled(session.id(), session.version(), overAt);
    }

    @Override
    public Mono<Void> sessionWithdrawn(SessionId session) {
        return reinstated.forget(session);
    }

    /// Between two topics there is no order: what was told after everybody was asked is asked, too.
    @Override
    public Mono<Void> registrationsChanged(List<RegistrationNews> changes, Instant now) {
        var seats =
                changes.stream()
                        .filter(RegistrationNews::isNews)
                        .map(RegistrationNews::change)
                        .filter(FollowReinstatements::wentWithItsSession)
                        .map(change ->
                                new LostSeat(
                                        change.id(),
                                        change.session(),
                                        change.programme(),
                                        change.recipient()))
                        .toList();
        return seats.isEmpty()
                ? Mono.empty()
                : reinstated.lost(seats, now, QuietPeriod.over(now, now));
    }

    private static boolean wentWithItsSession(RegistrationChange change) {
        return change.what() instanceof What.Cancelled(var _, var reason, var _)
                && reason.equals(SESSION_CANCELLED);
    }

    /// Whoever was erased is asked nothing.
    @Override
    public Mono<Void> recipientErased(
            RecipientId recipient, Optional<String> address, Instant now) {
        return Mono.empty();
    }
}
