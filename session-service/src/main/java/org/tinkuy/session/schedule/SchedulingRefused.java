package org.tinkuy.session.schedule;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.Refusal;
import org.tinkuy.session.programme.PlenaryWindow;

/// A rule forbids the session to be scheduled so.
public abstract sealed class SchedulingRefused extends Refusal {

    private SchedulingRefused(Because because, String name, String title, @Nullable String detail) {
        super(because, name, title, detail);
    }

    public static final class OutsidePlenaryWindow extends SchedulingRefused {

        OutsidePlenaryWindow(PlenaryWindow window) {
            super(
                    Because.CONFLICT,
                    "outside-plenary-window",
                    "Plenaries of this programme take place at other times.",
                    "Plenaries of this programme take place between %s and %s."
                            .formatted(window.starts(), window.ends()));
        }
    }

    public static final class UnknownEvent extends SchedulingRefused {

        UnknownEvent() {
            super(Because.INVALID, "invalid-request", "The request is not valid.", null);
        }

        @Override
        public Map<String, Object> details() {
            return error("eventId", "unknown-event", "The programme has no such event.");
        }
    }

    /// Plenaries are for everybody in the programme: nobody can watch two at once.
    public static final class OverlappingPlenaries extends SchedulingRefused {

        private final transient List<SessionId> others;

        OverlappingPlenaries(List<SessionId> others) {
            super(
                    Because.CONFLICT,
                    "overlapping-plenaries",
                    "Another plenary of this programme takes place at that time.",
                    null);
            this.others = List.copyOf(others);
        }

        public List<SessionId> others() {
            return others;
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("sessionIds", others.stream().map(SessionId::value).toList());
        }
    }

    public static final class InThePast extends SchedulingRefused {

        InThePast() {
            super(Because.INVALID, "invalid-request", "The request is not valid.", null);
        }

        @Override
        public Map<String, Object> details() {
            return error("date", "past", "The session would have begun already.");
        }
    }

    public static final class Cancelled extends SchedulingRefused {

        Cancelled() {
            super(Because.CONFLICT, "session-cancelled", "The session is cancelled.", null);
        }
    }

    private static Map<String, Object> error(String field, String code, String detail) {
        return Map.of("errors", List.of(new FieldError(field, code, detail)));
    }
}
