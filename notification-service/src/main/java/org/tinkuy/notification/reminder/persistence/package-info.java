/// Schedule rows, and the pages in which they become deliveries.
@NullMarked
package org.tinkuy.notification.reminder.persistence;

import org.jspecify.annotations.NullMarked;
