/// Newsletters: who asked for one, who confirmed it, and what is sent to them.
@NullMarked
package org.tinkuy.notification.newsletter;

import org.jspecify.annotations.NullMarked;
