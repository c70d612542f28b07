package org.tinkuy.session.schedule;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.Refusal;
import org.tinkuy.session.programme.PlenaryWindow;

/// The session cannot be scheduled so, or not without an organiser saying more.
public abstract sealed class SchedulingRefused extends Refusal {

    private SchedulingRefused(Because because, String name, String title, @Nullable String detail) {
        super(because, name, title, detail);
    }

    /// What is wrong, by field.
    public abstract List<FieldError> errors();

    /// Everything that speaks against it and is not answered by the organiser yet.
    public static final class Objected extends SchedulingRefused {

        /// Where no rule is broken and nothing is impossible, only a question is open.
        private static final String QUESTION = "confirmation-needed";

        private final transient List<Objection> objections;

        Objected(List<Objection> objections) {
            super(because(objections), problem(objections), title(objections), detail(objections));
            this.objections = List.copyOf(objections);
        }

        private static Because because(List<Objection> objections) {
            return isImpossible(objections) ? Because.INVALID : Because.CONFLICT;
        }

        private static String problem(List<Objection> objections) {
            return isImpossible(objections)
                    ? "invalid-request"
                    : rules(objections).findFirst().map(SchedulingRule::word).orElse(QUESTION);
        }

        private static String title(List<Objection> objections) {
            if (isImpossible(objections)) {
                return "The request is not valid.";
            }
            return rules(objections)
                    .findFirst()
                    .map(rule ->
                            switch (rule) {
                                case OUTSIDE_PLENARY_WINDOW ->
                                        "Plenaries of this programme take place at other times.";
                                case OVERLAPPING_PLENARIES ->
                                        "Another plenary of this programme takes place at that"
                                                + " time.";
                                case SPEAKER_ELSEWHERE ->
                                        "Somebody who speaks or moderates is elsewhere at that"
                                                + " time.";
                            })
                    .orElse("Please say whether this is meant.");
        }

        private static String detail(List<Objection> objections) {
            return objections.stream()
                    .map(objection -> objection.error().detail())
                    .collect(Collectors.joining(" "));
        }

        private static boolean isImpossible(List<Objection> objections) {
            return objections.stream().anyMatch(Objection.Impossible.class::isInstance);
        }

        private static Stream<SchedulingRule> rules(List<Objection> objections) {
            return objections.stream()
                    .<SchedulingRule>mapMulti((objection, to) -> {
                        if (objection instanceof Objection.BrokenRule broken) {
                            to.accept(broken.rule());
                        }
                    });
        }

        @Override
        public List<FieldError> errors() {
            return objections.stream().map(Objection::error).toList();
        }

        /// Each with its field; `rules` want a reason each in `override`, `questions` an answer in
        /// `meant`.
        @Override
        public Map<String, Object> details() {
            var details = new LinkedHashMap<String, Object>();
            details.put("errors", errors());
            var rules = rules(objections).map(SchedulingRule::word).toList();
            if (!rules.isEmpty()) {
                details.put("rules", rules);
            }
            var questions = new TreeSet<String>();
            var sessionIds = new LinkedHashSet<SessionId>();
            for (var objection : objections) {
                switch (objection) {
                    case Objection.OutsideWindow outside ->
                            details.put("allowedHours", AllowedHours.of(outside.window()));
                    case Objection.Overlapping overlapping ->
                            sessionIds.addAll(overlapping.others());
                    case Objection.SpeakersElsewhere elsewhere -> {
                        sessionIds.addAll(elsewhere.others());
                        details.put("speakerIds", elsewhere.speakerIds());
                    }
                    case Objection.InDoubt doubt -> questions.add(doubt.doubt().word());
                    case Objection.Impossible _ -> {}
                }
            }
            if (!sessionIds.isEmpty()) {
                details.put("sessionIds", sessionIds.stream().map(SessionId::value).toList());
            }
            if (!questions.isEmpty()) {
                details.put("questions", questions);
            }
            return details;
        }

        /// @param lasts how long each plenary takes (ISO 8601); `null`: as long as fits
        private record AllowedHours(String starts, String ends, @Nullable String lasts) {

            static AllowedHours of(PlenaryWindow window) {
                var lasts = window.lasts();
                return new AllowedHours(
                        window.starts().toString(),
                        window.ends().toString(),
                        lasts == null ? null : lasts.toString());
            }
        }
    }

    public static final class UnknownSpeakers extends SchedulingRefused {

        private final transient List<FieldError> errors;

        /// @param errors each with the place where an unknown one is named
        UnknownSpeakers(List<FieldError> errors) {
            super(Because.INVALID, "invalid-request", "The request is not valid.", null);
            this.errors = List.copyOf(errors);
        }

        @Override
        public List<FieldError> errors() {
            return errors;
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("errors", errors);
        }
    }

    public static final class UnknownEvent extends SchedulingRefused {

        public UnknownEvent() {
            super(Because.INVALID, "invalid-request", "The request is not valid.", null);
        }

        @Override
        public List<FieldError> errors() {
            return List.of(
                    new FieldError("eventId", "unknown-event", "The programme has no such event."));
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("errors", errors());
        }
    }

    public static final class Cancelled extends SchedulingRefused {

        Cancelled() {
            super(Because.CONFLICT, "session-cancelled", "The session is cancelled.", null);
        }

        @Override
        public List<FieldError> errors() {
            return List.of();
        }
    }
}
