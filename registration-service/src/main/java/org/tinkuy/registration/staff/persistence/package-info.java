/// Invitations and what changed, in PostgreSQL.
@NullMarked
package org.tinkuy.registration.staff.persistence;

import org.jspecify.annotations.NullMarked;
