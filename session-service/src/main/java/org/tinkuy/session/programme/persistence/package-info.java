/// Programmes in PostgreSQL.
@NullMarked
package org.tinkuy.session.programme.persistence;

import org.jspecify.annotations.NullMarked;
