/// Reads topics from their beginning and goes on, for what every instance must know.
@NullMarked
package org.tinkuy.follower;

import org.jspecify.annotations.NullMarked;
