package org.tinkuy.session.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A place at the fair.
///
/// @param open when it is open, in the organiser's words
/// @param directExchange whether visitors can talk with the hosts
public record Stand(
        String title,
        @Nullable String host,
        @Nullable String open,
        List<String> resources,
        @Nullable Boolean directExchange) {

    public Stand {
        resources = List.copyOf(resources);
    }
}
