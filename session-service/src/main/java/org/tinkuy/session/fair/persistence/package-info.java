/// Stands in PostgreSQL.
@NullMarked
package org.tinkuy.session.fair.persistence;

import org.jspecify.annotations.NullMarked;
