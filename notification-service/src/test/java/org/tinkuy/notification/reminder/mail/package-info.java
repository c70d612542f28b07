@NullMarked
package org.tinkuy.notification.reminder.mail;

import org.jspecify.annotations.NullMarked;
