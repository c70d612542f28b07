package org.tinkuy.registration.seats;

import java.util.UUID;

public record RegistrationId(UUID value) {}
