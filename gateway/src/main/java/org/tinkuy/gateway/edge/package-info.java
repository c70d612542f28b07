/// What may pass the door, and as whom.
@NullMarked
package org.tinkuy.gateway.edge;

import org.jspecify.annotations.NullMarked;
