/// What others are told about subscriptions.
@NullMarked
package org.tinkuy.notification.newsletter.messaging;

import org.jspecify.annotations.NullMarked;
