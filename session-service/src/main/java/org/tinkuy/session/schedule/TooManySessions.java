package org.tinkuy.session.schedule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.Refusal;
import org.tinkuy.session.programme.Bounds;

/// A programme has as many sessions as it may.
public final class TooManySessions extends Refusal {

    private final transient FieldError error;

    public TooManySessions(String slug) {
        super(Because.INVALID, "invalid-request", "The request is not valid.");
        this.error =
                new FieldError(
                        "",
                        "too-many",
                        String.format(
                                Locale.ROOT,
                                "%s would have more than %d sessions.",
                                slug,
                                Bounds.MOST_SESSIONS));
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("errors", List.of(error));
    }
}
