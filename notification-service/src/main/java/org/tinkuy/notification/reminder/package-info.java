/// Reminders before a session, and notices that it was moved or takes place after all.
@NullMarked
package org.tinkuy.notification.reminder;

import org.jspecify.annotations.NullMarked;
