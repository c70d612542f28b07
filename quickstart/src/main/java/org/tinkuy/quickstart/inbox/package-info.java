/// A mail server that keeps what it is given and shows it: SMTP on one side, a page and Mailpit's
/// API on the other. Nothing leaves the machine.
@NullMarked
package org.tinkuy.quickstart.inbox;

import org.jspecify.annotations.NullMarked;
