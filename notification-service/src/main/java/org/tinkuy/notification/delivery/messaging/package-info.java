/// What this service says of its deliveries.
@NullMarked
package org.tinkuy.notification.delivery.messaging;

import org.jspecify.annotations.NullMarked;
