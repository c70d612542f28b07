/// Registrations, seats and waiting lists, decided in batches.
@NullMarked
package org.tinkuy.registration.registration;

import org.jspecify.annotations.NullMarked;
