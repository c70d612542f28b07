/// What other services said, in PostgreSQL.
@NullMarked
package org.tinkuy.notification.people.persistence;

import org.jspecify.annotations.NullMarked;
