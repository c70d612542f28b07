/// Sessions in PostgreSQL.
@NullMarked
package org.tinkuy.session.schedule.persistence;

import org.jspecify.annotations.NullMarked;
