@NullMarked
package org.tinkuy.notification.delivery.mail;

import org.jspecify.annotations.NullMarked;
