package org.tinkuy.notification.newsletter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects everything that is wrong, so that a form shows all of it at once.
final class Faults {

    private final List<Fault> faults = new ArrayList<>();

    void wrong(String field, String code, String detail) {
        wrong(field, code, detail, null);
    }

    void wrong(String field, String code, String detail, @Nullable String value) {
        faults.add(new Fault(field, code, detail, value));
    }

    void addAll(List<Fault> others) {
        faults.addAll(others);
    }

    /// @throws InvalidInput if anything was wrong
    void refuseIfAny() {
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }
}
