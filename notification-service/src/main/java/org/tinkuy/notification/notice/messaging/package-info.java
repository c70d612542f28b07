/// Who asked for a code.
@NullMarked
package org.tinkuy.notification.notice.messaging;

import org.jspecify.annotations.NullMarked;
