package org.tinkuy.registration.registration;

import java.util.UUID;

public record ProgrammeId(UUID value) {}
