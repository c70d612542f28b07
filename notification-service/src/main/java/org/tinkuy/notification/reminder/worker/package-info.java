/// The thread that fans out, and what an operator sees of it.
@NullMarked
package org.tinkuy.notification.reminder.worker;

import org.jspecify.annotations.NullMarked;
