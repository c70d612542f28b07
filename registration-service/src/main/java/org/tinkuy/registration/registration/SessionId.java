package org.tinkuy.registration.registration;

import java.util.UUID;

public record SessionId(UUID value) {}
