package org.tinkuy.notification.delivery;

import java.util.UUID;

public record ProgrammeId(UUID value) {}
