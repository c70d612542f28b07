/// What is told because of a sign-in or a registration: codes, confirmations, cancellations.
@NullMarked
package org.tinkuy.notification.notice;

import org.jspecify.annotations.NullMarked;
