/// Deliveries, and what is known of those they are about, in PostgreSQL.
@NullMarked
package org.tinkuy.notification.delivery.persistence;

import org.jspecify.annotations.NullMarked;
