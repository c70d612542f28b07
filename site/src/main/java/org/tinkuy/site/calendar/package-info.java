/// Feeds that calendar programs subscribe to: a programme's, an event's, and a person's own by a
/// secret address.
@NullMarked
package org.tinkuy.site.calendar;

import org.jspecify.annotations.NullMarked;
