package org.tinkuy.registration.seats;

import java.util.UUID;

public record EventId(UUID value) {}
