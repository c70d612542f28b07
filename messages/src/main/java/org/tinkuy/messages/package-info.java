/// What messages are on the wire, for whoever writes or reads them.
@NullMarked
package org.tinkuy.messages;

import org.jspecify.annotations.NullMarked;
