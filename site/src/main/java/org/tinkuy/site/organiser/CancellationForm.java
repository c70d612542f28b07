package org.tinkuy.site.organiser;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.tinkuy.languages.Language;
import org.tinkuy.site.organiser.ScheduledSessions.Cancellation;
import org.tinkuy.site.upstream.Problem;

/// What the organiser typed, kept while they mend it.
///
/// @param reasons why the session does not take place, by tag of a language; none is blank
/// @param faults keys of messages, by tag of a language
/// @param general a message's key, for the form as a whole; `null`: nothing, or only fields are
///   wrong
public record CancellationForm(
        Map<String, String> reasons, Map<String, String> faults, @Nullable String general) {

    static final CancellationForm EMPTY = new CancellationForm(Map.of(), Map.of(), null);

    private static final String FIELD = "reason.";
    private static final Set<String> CODES = Set.of("too-long", "invalid-characters");

    /// A form without any of its fields was not filled in by anybody, and is not taken.
    static CancellationForm of(MultiValueMap<String, String> form) {
        var reasons = new LinkedHashMap<String, String>();
        for (var language : Language.values()) {
            var words = form.getFirst("reason-" + language.tag());
            if (words != null && !words.isBlank()) {
                reasons.put(language.tag(), words.strip());
            }
        }
        var isAnswered = Language.TAGS.stream().anyMatch(tag -> form.containsKey("reason-" + tag));
        return new CancellationForm(reasons, Map.of(), isAnswered ? null : "fault.refused");
    }

    Cancellation toCancellation() {
        return new Cancellation(reasons);
    }

    CancellationForm refused(Problem problem) {
        var found = new LinkedHashMap<String, String>();
        for (var fault : problem.faults()) {
            var field = String.valueOf(fault.field());
            if (field.startsWith(FIELD)) {
                var code = String.valueOf(fault.code());
                found.put(
                        field.substring(FIELD.length()),
                        CODES.contains(code) ? "fault." + code : "fault.invalid");
            }
        }
        return new CancellationForm(
                reasons, found, found.isEmpty() ? "fault.refused" : "fault.see-below");
    }

    CancellationForm unavailable() {
        return new CancellationForm(reasons, Map.of(), "move.fault.unavailable");
    }
}
