package org.tinkuy.session.schedule.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.PlainText;
import org.tinkuy.session.schedule.Doubt;
import org.tinkuy.session.schedule.Exemption;
import org.tinkuy.session.schedule.Insistence;
import org.tinkuy.session.schedule.SchedulingRule;

/// Why rules are to be broken: `{"outside-plenary-window": "The minister flies at noon."}`, or one
/// text where one rule is.
record Overrides(@Nullable String text, Map<String, @Nullable String> byRule) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Overrides of(String text) {
        return new Overrides(text, Map.of());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Overrides of(Map<String, @Nullable String> byRule) {
        return new Overrides(null, byRule);
    }

    /// @param overrides without [#faults]
    static Insistence insistence(@Nullable Overrides overrides, @Nullable Set<Doubt> meant) {
        var doubts = meant == null ? Set.<Doubt>of() : meant;
        if (overrides == null) {
            return new Insistence(Map.of(), null, doubts);
        }
        var reasons = new EnumMap<SchedulingRule, Exemption>(SchedulingRule.class);
        overrides.byRule.forEach((word, reason) -> {
            if (reason != null && !PlainText.showsNothing(reason)) {
                reasons.put(SchedulingRule.of(word).orElseThrow(), new Exemption(reason));
            }
        });
        return new Insistence(reasons, Exemption.of(overrides.text), doubts);
    }

    /// @param field as the caller spelled it
    /// @return each reason that is too long, or for a rule that is none
    static List<FieldError> faults(String field, @Nullable Overrides overrides) {
        var errors = new ArrayList<FieldError>();
        if (overrides != null) {
            requireText(field, overrides.text, errors);
            overrides.byRule.forEach((word, reason) -> {
                var of = field + "." + word;
                if (SchedulingRule.of(word).isEmpty()) {
                    errors.add(new FieldError(of, "unknown-field", "There is no such rule."));
                }
                requireText(of, reason, errors);
            });
        }
        return errors;
    }

    private static void requireText(
            String field, @Nullable String reason, List<FieldError> errors) {
        if (reason == null) {
            return;
        }
        if (Exemption.isTooLong(reason)) {
            errors.add(
                    new FieldError(
                            field,
                            "too-long",
                            String.format(
                                    Locale.ROOT, "At most %d characters.", Exemption.LONGEST)));
        }
        // One text for all rules is read as what it stands for, and not as a text.
        if (!PlainText.isText(reason)) {
            errors.add(new FieldError(field, "invalid-characters", "No control characters."));
        }
    }
}
