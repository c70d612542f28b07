package org.tinkuy.session.schedule;

import org.tinkuy.problems.Refusal;

/// So many links show the programme's drafts already that nobody keeps watch of them.
public final class TooManyPreviews extends Refusal {

    public TooManyPreviews() {
        super(
                Because.CONFLICT,
                "too-many-previews",
                "Twenty links show the drafts already. Take one back first.");
    }
}
