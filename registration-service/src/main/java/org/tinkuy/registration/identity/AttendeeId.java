package org.tinkuy.registration.identity;

import java.util.UUID;

public record AttendeeId(UUID value) {}
