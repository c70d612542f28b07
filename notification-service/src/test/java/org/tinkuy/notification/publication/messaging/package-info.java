@NullMarked
package org.tinkuy.notification.publication.messaging;

import org.jspecify.annotations.NullMarked;
