package org.tinkuy.session.schedule;

import java.util.List;
import org.tinkuy.session.programme.PlenaryWindow;

/// A rule forbids the session to be scheduled so.
public abstract sealed class SchedulingRefused extends RuntimeException {

    private SchedulingRefused(String reason) {
        super(reason);
    }

    public static final class OutsidePlenaryWindow extends SchedulingRefused {

        OutsidePlenaryWindow(PlenaryWindow window) {
            super(
                    "Plenaries of this programme take place between %s and %s."
                            .formatted(window.starts(), window.ends()));
        }
    }

    public static final class UnknownEvent extends SchedulingRefused {

        UnknownEvent() {
            super("The programme has no such event.");
        }
    }

    /// Plenaries are for everybody in the programme: nobody can watch two at once.
    public static final class OverlappingPlenaries extends SchedulingRefused {

        private final transient List<SessionId> others;

        OverlappingPlenaries(List<SessionId> others) {
            super("Another plenary of this programme takes place at that time.");
            this.others = List.copyOf(others);
        }

        public List<SessionId> others() {
            return others;
        }
    }

    public static final class InThePast extends SchedulingRefused {

        InThePast() {
            super("The session would have begun already.");
        }
    }

    public static final class Cancelled extends SchedulingRefused {

        Cancelled() {
            super("The session is cancelled.");
        }
    }
}
