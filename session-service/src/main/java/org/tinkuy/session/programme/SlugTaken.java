package org.tinkuy.session.programme;

import java.util.List;
import java.util.Map;
import org.tinkuy.problems.FieldError;
import org.tinkuy.problems.Refusal;

/// Something else is called so in addresses of pages.
public final class SlugTaken extends Refusal {

    public SlugTaken() {
        super(Because.CONFLICT, "slug-taken", "Something else is called so already.");
    }

    @Override
    public Map<String, Object> details() {
        return Map.of(
                "errors",
                List.of(new FieldError("slug", "taken", "Something else is called so already.")));
    }
}
