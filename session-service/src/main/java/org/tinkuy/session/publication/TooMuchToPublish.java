package org.tinkuy.session.publication;

import java.util.List;
import java.util.Map;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.Refusal;

/// What would be published of a programme is larger than one message can be.
public final class TooMuchToPublish extends Refusal {

    private final transient FieldError error;

    public TooMuchToPublish(String slug) {
        super(Because.INVALID, "invalid-request", "The request is not valid.");
        this.error =
                new FieldError(
                        "",
                        "too-long",
                        "%s is too large to be published: shorten its texts or lists."
                                .formatted(slug));
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("errors", List.of(error));
    }
}
