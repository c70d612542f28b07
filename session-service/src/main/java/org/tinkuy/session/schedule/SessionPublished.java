package org.tinkuy.session.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Programme;
import org.tinkuy.session.programme.TextByLanguage;

/// The published state of a session: what the message `session-published` carries and the API
/// answers. What is absent is to be announced, or not limited. Of its speakers and moderators only
/// those are known that its programme names: the others did not agree to be shown.
public record SessionPublished(
        UUID id,
        UUID programmeId,
        @Nullable UUID eventId,
        String kind,
        @Nullable Map<String, String> title,
        @Nullable String note,
        @Nullable Map<String, String> description,
        @Nullable LocalDate date,
        @Nullable String starts,
        @Nullable String ends,
        String timeZone,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String place,
        String admission,
        @Nullable Integer capacity,
        @Nullable List<UUID> speakers,
        @Nullable List<UUID> moderators,
        @Nullable Cancelled cancelled,
        long version) {

    /// It does not take place.
    public record Cancelled(Instant at, @Nullable Map<String, String> reason) {

        static @Nullable Cancelled of(@Nullable Cancellation cancellation) {
            if (cancellation == null) {
                return null;
            }
            var reason = cancellation.reason();
            return new Cancelled(cancellation.at(), reason == null ? null : reason.byLanguage());
        }
    }

    public static SessionPublished of(Session session, Programme programme) {
        var zone = session.timeZoneIn(programme);
        var times = session.times();
        var eventId = session.eventId();
        var title = session.title();
        var capacity = session.capacity();
        return new SessionPublished(
                session.id().value(),
                session.programmeId().value(),
                eventId == null ? null : eventId.value(),
                session.kind().word(),
                title == null ? null : title.byLanguage(),
                session.note(),
                TextByLanguage.textsOf(session.description()),
                times.date(),
                text(times.starts()),
                text(times.ends()),
                zone.getId(),
                times.startsAt(zone),
                times.endsAt(zone),
                session.placeIn(programme),
                programme.policies().admission().word(),
                capacity == null ? null : capacity.seats(),
                stated(session.people().speakerIds()),
                stated(session.people().moderatorIds()),
                Cancelled.of(session.cancellation()),
                session.version());
    }

    private static @Nullable List<UUID> stated(List<UUID> people) {
        return people.isEmpty() ? null : people;
    }

    /// Hours and minutes, because sessions keep whole minutes.
    private static @Nullable String text(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }
}
