/// The schedule as it arrives: message by message, and from a real broker.
@NullMarked
package org.tinkuy.site.programme.messaging;

import org.jspecify.annotations.NullMarked;
