package org.tinkuy.session.publication;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tinkuy.session.fair.Stand;

/// A stand within the published state of its programme.
public record StandPublished(
        String title,
        @Nullable String host,
        @Nullable String open,
        List<String> resources,
        @Nullable Boolean directExchange) {

    static StandPublished of(Stand stand) {
        return new StandPublished(
                stand.title(),
                stand.host(),
                stand.open(),
                stand.resources(),
                stand.directExchange());
    }
}
