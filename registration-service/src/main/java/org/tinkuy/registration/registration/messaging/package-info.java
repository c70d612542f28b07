/// The sessions that session-service publishes come in, what became of registrations goes out.
@NullMarked
package org.tinkuy.registration.registration.messaging;

import org.jspecify.annotations.NullMarked;
