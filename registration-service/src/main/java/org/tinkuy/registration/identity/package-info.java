/// Attendees, sign-in by a mailed code, device sessions, roles and tokens.
@NullMarked
package org.tinkuy.registration.identity;

import org.jspecify.annotations.NullMarked;
