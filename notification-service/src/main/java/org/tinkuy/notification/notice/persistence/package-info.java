/// What codes and notices tell of, in PostgreSQL.
@NullMarked
package org.tinkuy.notification.notice.persistence;

import org.jspecify.annotations.NullMarked;
