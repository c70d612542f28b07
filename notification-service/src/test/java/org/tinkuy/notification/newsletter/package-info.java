@NullMarked
package org.tinkuy.notification.newsletter;

import org.jspecify.annotations.NullMarked;
