package org.tinkuy.notification.publication;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/// What has to be told of publications that were refused, until that is of no use.
public interface RefusedPublications {

    /// One that is known is left as it is.
    Mono<Void> keep(RefusedPublication refusal);

    Mono<Map<UUID, RefusedPublication>> find(Collection<UUID> ids);
}
