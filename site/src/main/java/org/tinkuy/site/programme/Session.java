package org.tinkuy.site.programme;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A published session, as far as pages show it. Without a date or times it is to be announced.
///
/// @param eventId `null`: it lies directly under its programme
/// @param description in Markdown
/// @param cancelled `null`: it takes place
/// @param version grows with every change; a calendar's SEQUENCE
/// @param changedAt when this state became true, which its message's header tells; `null`: not told
public record Session(
        UUID id,
        UUID programmeId,
        @Nullable UUID eventId,
        String kind,
        @Nullable Map<String, String> title,
        @Nullable String note,
        @Nullable Map<String, String> description,
        @Nullable LocalDate date,
        @Nullable LocalTime starts,
        @Nullable LocalTime ends,
        ZoneId timeZone,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable String place,
        @Nullable String admission,
        @Nullable Integer capacity,
        List<UUID> speakers,
        List<UUID> moderators,
        @Nullable Cancelled cancelled,
        long version,
        @Nullable Instant changedAt) {

    /// Those without a date come last.
    public static final Comparator<Session> BY_BEGINNING =
            comparing(Session::beginsFrom, nullsLast(naturalOrder())).thenComparing(Session::id);

    /// @param reason in the organiser's words; `null`: none was given
    public record Cancelled(@Nullable Map<String, String> reason) {}

    public Session {
        requireNonNull(id);
        requireNonNull(programmeId);
        requireNonNull(kind);
        requireNonNull(timeZone);
        speakers = stated(speakers);
        moderators = stated(moderators);
    }

    private static List<UUID> stated(@Nullable List<UUID> people) {
        return people == null ? List.of() : List.copyOf(people);
    }

    /// The same, true since then.
    public Session since(@Nullable Instant then) {
        return new Session(
                id,
                programmeId,
                eventId,
                kind,
                title,
                note,
                description,
                date,
                starts,
                ends,
                timeZone,
                startsAt,
                endsAt,
                place,
                admission,
                capacity,
                speakers,
                moderators,
                cancelled,
                version,
                then);
    }

    public boolean isByInvitation() {
        return "invitation".equals(admission);
    }

    /// Without an end nobody knows how long it is on.
    public boolean isOn(Instant now) {
        return startsAt != null
                && endsAt != null
                && !isCancelled()
                && !now.isBefore(startsAt)
                && now.isBefore(endsAt);
    }

    /// Its start is stated, and its end is not.
    public boolean isOpenEnded() {
        return startsAt != null && endsAt == null;
    }

    public boolean isCancelled() {
        return cancelled != null;
    }

    /// Over when its end has passed; without an end, when its day has.
    public boolean isOver(Instant now) {
        var over = overFrom();
        return over != null && !now.isBefore(over);
    }

    /// `null` without a date and an end.
    @Nullable Instant overFrom() {
        if (endsAt != null) {
            return endsAt;
        }
        return date == null ? null : date.plusDays(1).atStartOfDay(timeZone).toInstant();
    }

    /// When it begins at the earliest: its start, else the start of its day. `null` without a date.
    public @Nullable Instant beginsFrom() {
        if (startsAt != null) {
            return startsAt;
        }
        return date == null ? null : date.atStartOfDay(timeZone).toInstant();
    }
}
