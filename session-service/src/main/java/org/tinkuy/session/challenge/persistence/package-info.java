/// Challenges in PostgreSQL.
@NullMarked
package org.tinkuy.session.challenge.persistence;

import org.jspecify.annotations.NullMarked;
