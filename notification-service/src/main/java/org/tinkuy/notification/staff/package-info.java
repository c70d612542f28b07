/// Whom organisers invite to work with them.
@NullMarked
package org.tinkuy.notification.staff;

import org.jspecify.annotations.NullMarked;
