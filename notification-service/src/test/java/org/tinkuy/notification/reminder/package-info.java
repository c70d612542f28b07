@NullMarked
package org.tinkuy.notification.reminder;

import org.jspecify.annotations.NullMarked;
