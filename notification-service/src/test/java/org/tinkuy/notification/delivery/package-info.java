@NullMarked
package org.tinkuy.notification.delivery;

import org.jspecify.annotations.NullMarked;
