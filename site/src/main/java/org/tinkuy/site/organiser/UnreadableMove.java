package org.tinkuy.site.organiser;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tinkuy.languages.Zones;
import org.tinkuy.site.organiser.MoveFaults.Fault;

/// What can be told of a move that session-service could not even read, of which it would name the
/// first field only. What depends on a time that nobody can read is left to the next attempt.
final class UnreadableMove {

    /// As the form's own field has them.
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);

    /// As session-service counts, in code points.
    private static final int LONGEST_PLACE = 300;

    private final MoveForm form;
    private final List<Fault> found = new ArrayList<>();

    private UnreadableMove(MoveForm form) {
        this.form = form;
    }

    /// @return empty: it can be read
    static List<Fault> faults(MoveForm form) {
        var unreadable = new UnreadableMove(form);
        unreadable.lookAtEachField();
        if (!unreadable.found.isEmpty()) {
            unreadable.lookAtTheRest();
        }
        return unreadable.found;
    }

    private void lookAtEachField() {
        require("date", form.date(), UnreadableMove::isDay, "invalid-date", "move.fault.");
        require("starts", form.starts(), UnreadableMove::isTime, "invalid", "fault.");
        require("ends", form.ends(), UnreadableMove::isTime, "invalid", "fault.");
        if (!Zones.isName(form.timeZone())) {
            found.add(unknownZone(form.timeZone()));
        }
    }

    private static Fault unknownZone(String typed) {
        var code = "invalid-time-zone";
        return typed.isEmpty()
                ? new Fault("timeZone", "time-zone.fault", code, List.of())
                : new Fault("timeZone", "move.fault.time-zone", code, List.of(typed));
    }

    private void lookAtTheRest() {
        if (isTime(form.ends()) && (form.starts().isEmpty() || isSameAsStart())) {
            add("ends", "move.fault.impossible", "impossible");
        }
        if (form.place().codePointCount(0, form.place().length()) > LONGEST_PLACE) {
            add("place", "move.fault.too-long", "too-long");
        }
    }

    private boolean isSameAsStart() {
        return isTime(form.starts())
                && LocalTime.parse(form.starts()).equals(LocalTime.parse(form.ends()));
    }

    private void require(
            String field, String typed, Predicate<String> rule, String code, String words) {
        if (!typed.isEmpty() && !rule.test(typed)) {
            add(field, words + code, code);
        }
    }

    private void add(String field, String key, String code) {
        found.add(new Fault(field, key, code, List.of()));
    }

    private static boolean isDay(String typed) {
        return isRead(
                typed,
                text -> {
                    var day = LocalDate.parse(text);
                    if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
                        throw new DateTimeException("nothing takes place then");
                    }
                });
    }

    private static boolean isTime(String typed) {
        return isRead(typed, LocalTime::parse);
    }

    private static boolean isRead(String typed, Consumer<String> reader) {
        try {
            reader.accept(typed);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
