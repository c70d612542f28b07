/// Transactional outbox and idempotent inbox for R2DBC and Kafka.
@NullMarked
package org.tinkuy.outbox;

import org.jspecify.annotations.NullMarked;
