package org.tinkuy.registration.registration;

import java.util.UUID;

public record RegistrationId(UUID value) {}
