package org.tinkuy.notification.delivery;

import java.util.UUID;

public record DeliveryId(UUID value) {}
