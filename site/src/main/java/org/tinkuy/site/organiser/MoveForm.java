package org.tinkuy.site.organiser;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.tinkuy.site.organiser.MoveFaults.Rule;
import org.tinkuy.site.organiser.ScheduledSessions.Current;
import org.tinkuy.site.organiser.ScheduledSessions.Move;

/// What the organiser typed, kept while they mend it.
///
/// @param version of the session when the form was opened
/// @param place empty: its programme's, or to be announced
/// @param overrides why it is moved although a rule speaks against it, by rule; empty: the reason
///   was asked for and not given
/// @param meant the questions to which the organiser said yes
public record MoveForm(
        long version,
        String date,
        String starts,
        String ends,
        String timeZone,
        String place,
        Map<String, String> overrides,
        Set<String> meant) {

    private static final String OVERRIDE = "override-";

    /// @param inherited the place of the programme; `null`: none
    static MoveForm of(Current session, @Nullable String inherited) {
        var date = session.date();
        var place = session.place();
        return new MoveForm(
                session.version(),
                date == null ? "" : date.toString(),
                text(session.starts()),
                text(session.ends()),
                session.timeZone().getId(),
                place == null || place.equals(inherited) ? "" : place,
                Map.of(),
                Set.of());
    }

    static MoveForm of(MultiValueMap<String, String> form) {
        var overrides = new TreeMap<String, String>();
        for (var rule : MoveFaults.RULES) {
            if (form.containsKey(OVERRIDE + rule.name())) {
                overrides.put(rule.name(), first(form, OVERRIDE + rule.name()));
            }
        }
        return new MoveForm(
                version(form),
                first(form, "date"),
                first(form, "starts"),
                first(form, "ends"),
                first(form, "timeZone"),
                first(form, "place"),
                overrides,
                MoveFaults.known(form.get("meant"), MoveFaults.QUESTIONS));
    }

    /// A zone that stays as it is is not stated, so that it goes on being inherited.
    Move against(Current session) {
        return new Move(
                version,
                stated(date),
                stated(starts),
                stated(ends),
                timeZone.equals(session.timeZone().getId()) ? null : stated(timeZone),
                stated(place),
                reasons().isEmpty() ? null : reasons(),
                meant.isEmpty() ? null : meant);
    }

    private Map<String, String> reasons() {
        var given = new TreeMap<>(overrides);
        given.values().removeIf(String::isEmpty);
        return given;
    }

    /// Whether a reason for a rule was asked for, and was not given.
    boolean lacksReasonFor(String rule) {
        return "".equals(overrides.get(rule));
    }

    MoveForm at(Current session) {
        return new MoveForm(
                session.version(), date, starts, ends, timeZone, place, overrides, meant);
    }

    /// The rules for which a reason is asked, or was given, beside a field.
    public List<String> rulesAt(String field, MoveFaults faults) {
        return MoveFaults.RULES.stream()
                .filter(rule -> rule.field().equals(field))
                .map(Rule::name)
                .filter(rule -> faults.rules().contains(rule) || reasons().containsKey(rule))
                .toList();
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
