/// Registrations, sessions' counters, stored answers and due confirmations in PostgreSQL.
@NullMarked
package org.tinkuy.registration.registration.persistence;

import org.jspecify.annotations.NullMarked;
