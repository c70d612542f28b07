/// The time that all processes of one installation agree on.
@NullMarked
package org.tinkuy.clock;

import org.jspecify.annotations.NullMarked;
