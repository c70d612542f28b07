@NullMarked
package org.tinkuy.notification.delivery.messaging;

import org.jspecify.annotations.NullMarked;
