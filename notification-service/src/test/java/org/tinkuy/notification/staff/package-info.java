@NullMarked
package org.tinkuy.notification.staff;

import org.jspecify.annotations.NullMarked;
