package org.tinkuy.session.schedule;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.tinkuy.problems.FieldError;
import org.tinkuy.session.programme.PlenaryWindow;
import org.tinkuy.session.speaker.SpeakerId;

/// One thing that speaks against a plan, with the field that a person would mend.
public sealed interface Objection {

    FieldError error();

    /// `2 hours`, or `1:30 hours`.
    static String inHours(Duration lasts) {
        if (lasts.equals(Duration.ofHours(1))) {
            return "1 hour";
        }
        var minutes = lasts.toMinutesPart();
        return lasts.toHours()
                + (minutes == 0 ? "" : (minutes < 10 ? ":0" : ":") + minutes)
                + " hours";
    }

    /// Nothing that an organiser says makes it possible.
    ///
    /// @param field `starts` or `ends`
    record Impossible(String field, String code, String reason) implements Objection {

        @Override
        public FieldError error() {
            return new FieldError(field, code, reason);
        }
    }

    /// Possible for a written reason.
    sealed interface BrokenRule extends Objection {

        SchedulingRule rule();
    }

    record OutsideWindow(PlenaryWindow window) implements BrokenRule {

        @Override
        public SchedulingRule rule() {
            return SchedulingRule.OUTSIDE_PLENARY_WINDOW;
        }

        @Override
        public FieldError error() {
            return new FieldError("starts", rule().word(), hours(window));
        }

        private static String hours(PlenaryWindow window) {
            var hours =
                    "Plenaries of this programme take place between %s and %s"
                            .formatted(window.starts(), window.ends());
            var lasts = window.lasts();
            return lasts == null
                    ? hours + "."
                    : "%s, and each lasts %s.".formatted(hours, inHours(lasts));
        }
    }

    /// @param others some of the sessions that stand in the way: every plenary of a programme may
    ///   overlap with every other
    record Overlapping(List<SessionId> others) implements BrokenRule {

        @Override
        public SchedulingRule rule() {
            return SchedulingRule.OVERLAPPING_PLENARIES;
        }

        @Override
        public FieldError error() {
            return new FieldError(
                    "date",
                    rule().word(),
                    "Another plenary of this programme takes place at that time.");
        }
    }

    /// @param speakers who would be wanted twice
    /// @param others some of the sessions, perhaps of other programmes, that they cannot come from
    ///   or get to
    record SpeakersElsewhere(List<SpeakerId> speakers, List<SessionId> others)
            implements BrokenRule {

        @Override
        public SchedulingRule rule() {
            return SchedulingRule.SPEAKER_ELSEWHERE;
        }

        public List<UUID> speakerIds() {
            return speakers.stream().map(SpeakerId::value).toList();
        }

        @Override
        public FieldError error() {
            return new FieldError(
                    "date",
                    rule().word(),
                    "Somebody who speaks or moderates here does so elsewhere at that time, or"
                            + " could not get from one to the other.");
        }
    }

    /// Possible where it is meant.
    record InDoubt(Doubt doubt, String field, String reason) implements Objection {

        @Override
        public FieldError error() {
            return new FieldError(field, doubt.word(), reason);
        }
    }
}
