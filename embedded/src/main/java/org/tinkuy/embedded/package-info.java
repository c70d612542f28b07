/// PostgreSQL and Kafka as processes of our own, for the quickstart and for tests: nothing to
/// install, data that survives, no orphans.
@NullMarked
package org.tinkuy.embedded;

import org.jspecify.annotations.NullMarked;
