/// Mails on the wire: encoded, signed, and handed to a mail server. It knows nothing of deliveries.
@NullMarked
package org.tinkuy.smtp;

import org.jspecify.annotations.NullMarked;
