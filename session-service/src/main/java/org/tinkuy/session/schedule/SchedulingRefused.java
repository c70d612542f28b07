package org.tinkuy.session.schedule;

import org.tinkuy.session.programme.PlenaryWindow;

/// A rule of the programme forbids the session.
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
}
