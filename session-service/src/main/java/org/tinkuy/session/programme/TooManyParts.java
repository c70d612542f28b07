package org.tinkuy.session.programme;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.Refusal;

/// A programme has as many parts of this kind as it may.
public final class TooManyParts extends Refusal {

    private final int most;

    TooManyParts(int most) {
        super(Because.INVALID, "invalid-request", "The request is not valid.");
        this.most = most;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of(
                "errors",
                List.of(
                        new FieldError(
                                "",
                                "too-many",
                                String.format(
                                        Locale.ROOT,
                                        "A programme has at most %d of them.",
                                        most))));
    }
}
