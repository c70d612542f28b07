package org.tinkuy.gateway.edge.messaging;

import java.time.Instant;
import java.util.UUID;

/// Our own minimal copy of the message.
record DeviceSessionClosed(UUID id, Instant at) {

    static final String TYPE = "device-session-closed";
}
