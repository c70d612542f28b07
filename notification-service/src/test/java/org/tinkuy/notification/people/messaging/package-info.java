@NullMarked
package org.tinkuy.notification.people.messaging;

import org.jspecify.annotations.NullMarked;
