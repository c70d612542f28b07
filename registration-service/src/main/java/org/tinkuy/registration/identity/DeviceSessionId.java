package org.tinkuy.registration.identity;

import java.util.UUID;

public record DeviceSessionId(UUID value) {}
