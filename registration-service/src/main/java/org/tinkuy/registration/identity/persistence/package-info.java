/// People, challenges, devices, roles and keys in PostgreSQL.
@NullMarked
package org.tinkuy.registration.identity.persistence;

import org.jspecify.annotations.NullMarked;
