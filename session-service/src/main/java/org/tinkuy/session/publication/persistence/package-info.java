/// Published programmes in PostgreSQL.
@NullMarked
package org.tinkuy.session.publication.persistence;

import org.jspecify.annotations.NullMarked;
