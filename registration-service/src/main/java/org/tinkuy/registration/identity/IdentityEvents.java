package org.tinkuy.registration.identity;

import java.util.List;
import reactor.core.publisher.Mono;

/// Where events are saved, in the transaction that made them true.
public interface IdentityEvents {

    Mono<Void> append(List<? extends IdentityEvent> events);
}
