/// Deliveries in PostgreSQL.
@NullMarked
package org.tinkuy.notification.delivery.persistence;

import org.jspecify.annotations.NullMarked;
