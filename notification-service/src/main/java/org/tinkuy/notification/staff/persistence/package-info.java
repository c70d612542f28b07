/// Invitations that are to be mailed, in PostgreSQL.
@NullMarked
package org.tinkuy.notification.staff.persistence;

import org.jspecify.annotations.NullMarked;
