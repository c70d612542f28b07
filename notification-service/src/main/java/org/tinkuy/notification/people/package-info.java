/// What other services say, as far as mails need it: people, their registrations, and the sessions
/// of programmes.
@NullMarked
package org.tinkuy.notification.people;

import org.jspecify.annotations.NullMarked;
