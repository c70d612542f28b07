@NullMarked
package org.tinkuy.notification.newsletter.messaging;

import org.jspecify.annotations.NullMarked;
