/// What reminders and notices of moved sessions say.
@NullMarked
package org.tinkuy.notification.reminder.mail;

import org.jspecify.annotations.NullMarked;
