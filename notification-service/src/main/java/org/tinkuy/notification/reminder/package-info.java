/// Reminders before a session, and notices that it was moved.
@NullMarked
package org.tinkuy.notification.reminder;

import org.jspecify.annotations.NullMarked;
