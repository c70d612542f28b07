@NullMarked
package org.tinkuy.notification.reminder.worker;

import org.jspecify.annotations.NullMarked;
