package org.tinkuy.notification.people;

import java.util.UUID;

public record SessionId(UUID value) {}
