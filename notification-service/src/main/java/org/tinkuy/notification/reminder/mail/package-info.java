/// What reminders and notices of sessions that were moved, or take place after all, say.
@NullMarked
package org.tinkuy.notification.reminder.mail;

import org.jspecify.annotations.NullMarked;
