package org.tinkuy.site.organiser.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.util.MultiValueMap;
import org.tinkuy.site.organiser.desk.Drafts.Change;
import org.tinkuy.site.organiser.desk.Drafts.Changes;
import org.tinkuy.site.organiser.desk.Drafts.Objection;
import org.tinkuy.site.organiser.desk.Drafts.Publication;

/// What an organiser answers to what speaks against the changes, kept while they go on.
///
/// @param state of the list that they saw
/// @param note what colleagues read of the publication; empty: none
/// @param date on which it is to be published, as typed; empty: none was given
/// @param time likewise
/// @param typed by the name of the input
public record Answers(
        String state, String note, String date, String time, Map<String, String> typed) {

    private static final String REASON = "reason";
    private static final String YES = "yes";

    static final Answers NONE = new Answers("", "", "", "", Map.of());

    static Answers of(MultiValueMap<String, String> form) {
        var typed = new LinkedHashMap<String, String>();
        form.keySet()
                .forEach(name -> {
                    if (name.startsWith(REASON + "-") || name.startsWith(YES + "-")) {
                        typed.put(name, typed(form, name));
                    }
                });
        return new Answers(
                String.valueOf(form.getFirst("state")),
                typed(form, "note"),
                typed(form, "plan-date"),
                typed(form, "plan-time"),
                typed);
    }

    private static String typed(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "").strip();
    }

    /// Of its input.
    static String name(UUID session, Objection objection) {
        return objection.answer() + "-" + session + "-" + objection.code();
    }

    /// Enter, in one of these fields, presses the first button of the form.
    boolean isForLater() {
        return !date.isEmpty() || !time.isEmpty();
    }

    /// When it is to be published; empty: now, or at what is no time. Of a time that the clocks
    /// there skip, the one after it; of one that they show twice, the first.
    Optional<Instant> later(ZoneId zone) {
        try {
            return Optional.of(
                    LocalDate.parse(date).atTime(LocalTime.parse(time)).atZone(zone).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    String to(UUID session, Objection objection) {
        return typed.getOrDefault(name(session, objection), "");
    }

    /// Only what was asked is answered.
    Publication against(Changes changes) {
        var override = new LinkedHashMap<UUID, Map<String, String>>();
        var meant = new LinkedHashMap<UUID, Set<String>>();
        for (Change change : changes.changes()) {
            for (Objection objection : change.objections()) {
                var answer = to(change.id(), objection);
                if (answer.isEmpty()) {
                    continue;
                }
                if (objection.answer().equals(REASON)) {
                    override.computeIfAbsent(change.id(), _ -> new TreeMap<>())
                            .put(objection.code(), answer);
                } else if (objection.answer().equals(YES)) {
                    meant.computeIfAbsent(change.id(), _ -> new TreeSet<>()).add(objection.code());
                }
            }
        }
        return new Publication(state, override, meant, note.isEmpty() ? null : note);
    }
}
