@NullMarked
package org.tinkuy.notification.newsletter.mail;

import org.jspecify.annotations.NullMarked;
