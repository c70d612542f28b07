/// Mails: written, and handed to the mail server.
@NullMarked
package org.tinkuy.notification.delivery.mail;

import org.jspecify.annotations.NullMarked;
