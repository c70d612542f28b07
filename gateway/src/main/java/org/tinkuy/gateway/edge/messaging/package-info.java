/// Follows the topics that the door needs to know.
@NullMarked
package org.tinkuy.gateway.edge.messaging;

import org.jspecify.annotations.NullMarked;
