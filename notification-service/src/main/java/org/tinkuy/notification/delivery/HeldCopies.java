package org.tinkuy.notification.delivery;

import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/// Whose copies are held back ([SharedDeliveries#hold]): what is sent again of them waits with the
/// rest.
public interface HeldCopies {

    /// The campaigns whose copies are; they stay so until the caller's transaction ends.
    Mono<Set<UUID>> heldNow();
}
