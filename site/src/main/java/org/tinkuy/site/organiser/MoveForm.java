package org.tinkuy.site.organiser;

import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.tinkuy.site.organiser.ScheduledSessions.Current;
import org.tinkuy.site.organiser.ScheduledSessions.Move;

/// What the organiser typed, kept while they mend it.
///
/// @param version of the session when the form was opened
/// @param override why it is moved although a rule speaks against it
public record MoveForm(
        long version,
        String date,
        String starts,
        String ends,
        String timeZone,
        String place,
        String override) {

    static MoveForm of(Current session) {
        var date = session.date();
        return new MoveForm(
                session.version(),
                date == null ? "" : date.toString(),
                text(session.starts()),
                text(session.ends()),
                session.timeZone().getId(),
                session.place() == null ? "" : session.place(),
                "");
    }

    static MoveForm of(MultiValueMap<String, String> form) {
        return new MoveForm(
                version(form),
                first(form, "date"),
                first(form, "starts"),
                first(form, "ends"),
                first(form, "timeZone"),
                first(form, "place"),
                first(form, "override"));
    }

    /// A zone and a place that stay as they are are not stated, so that they go on being inherited.
    Move against(Current session) {
        return new Move(
                version,
                stated(date),
                stated(starts),
                stated(ends),
                timeZone.equals(session.timeZone().getId()) ? null : stated(timeZone),
                place.equals(session.place()) ? null : stated(place),
                stated(override));
    }

    MoveForm at(Current session) {
        return new MoveForm(session.version(), date, starts, ends, timeZone, place, override);
    }

    public boolean isZoneKnown() {
        return ZoneId.getAvailableZoneIds().contains(timeZone);
    }

    private static String text(@Nullable LocalTime time) {
        return time == null ? "" : time.toString();
    }

    private static @Nullable String stated(String text) {
        return text.isBlank() ? null : text;
    }

    /// A version that was tampered with is none that the session ever had.
    private static long version(MultiValueMap<String, String> form) {
        try {
            return Long.parseLong(first(form, "version"));
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static String first(MultiValueMap<String, String> form, String field) {
        var value = form.getFirst(field);
        return value == null ? "" : value.strip();
    }
}
