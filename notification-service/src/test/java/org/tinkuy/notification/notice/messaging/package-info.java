@NullMarked
package org.tinkuy.notification.notice.messaging;

import org.jspecify.annotations.NullMarked;
