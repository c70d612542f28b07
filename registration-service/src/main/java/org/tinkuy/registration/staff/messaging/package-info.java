/// Whom an invitation is to be mailed to.
@NullMarked
package org.tinkuy.registration.staff.messaging;

import org.jspecify.annotations.NullMarked;
