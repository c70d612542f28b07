@NullMarked
package org.tinkuy.notification.notice;

import org.jspecify.annotations.NullMarked;
