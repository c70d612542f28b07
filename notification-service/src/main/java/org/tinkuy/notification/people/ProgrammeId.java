package org.tinkuy.notification.people;

import java.util.UUID;

public record ProgrammeId(UUID value) {}
