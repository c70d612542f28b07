package org.tinkuy.notification.delivery;

import java.util.UUID;

public record SessionId(UUID value) {}
