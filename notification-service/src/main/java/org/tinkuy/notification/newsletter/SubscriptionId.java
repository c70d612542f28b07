package org.tinkuy.notification.newsletter;

import java.util.UUID;

/// An address in one newsletter's list; also the recipient of what is sent to it.
public record SubscriptionId(UUID value) {}
