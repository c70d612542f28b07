package org.tinkuy.gateway.edge.messaging;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// Our own minimal copy of the messages.
record DeviceSessionFact(UUID id, Instant at) {

    static final String CLOSED = "device-session-closed";
    static final String ROLES_CHANGED = "device-session-roles-changed";

    static final Set<String> TYPES = Set.of(CLOSED, ROLES_CHANGED);
}
