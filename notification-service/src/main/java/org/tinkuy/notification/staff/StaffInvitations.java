package org.tinkuy.notification.staff;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/// Those that are to be mailed.
public interface StaffInvitations {

    /// One that is known is left as it is.
    Mono<Void> keep(StaffInvitation invitation);

    Mono<Map<UUID, StaffInvitation>> find(Collection<UUID> ids);

    Mono<Void> forget(Collection<UUID> ids);
}
