package org.tinkuy.notification.newsletter;

import java.util.List;

/// One or more fields of a request are not what they must be.
public final class InvalidInput extends RuntimeException {

    private final transient List<Fault> faults;

    public InvalidInput(List<Fault> faults) {
        super("the request is not valid: " + faults);
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
