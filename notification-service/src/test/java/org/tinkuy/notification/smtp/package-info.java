@NullMarked
package org.tinkuy.notification.smtp;

import org.jspecify.annotations.NullMarked;
