package org.tinkuy.session.fair;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.programme.Draft;

/// A place at the fair.
///
/// @param version counts its changes
/// @param open when it is open, in the organiser's words
/// @param directExchange whether visitors can talk with the hosts
public record Stand(
        StandId id,
        long version,
        String title,
        @Nullable String host,
        @Nullable String open,
        List<String> resources,
        @Nullable Boolean directExchange)
        implements Draft {

    public Stand {
        resources = List.copyOf(resources);
    }

    /// The same by another name.
    public Stand copied(StandId id) {
        return new Stand(id, FIRST_VERSION, title, host, open, resources, directExchange);
    }

    /// The same as that version of its draft.
    public Stand as(long version) {
        return new Stand(id, version, title, host, open, resources, directExchange);
    }
}
