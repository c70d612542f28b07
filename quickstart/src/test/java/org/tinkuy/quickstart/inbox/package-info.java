@NullMarked
package org.tinkuy.quickstart.inbox;

import org.jspecify.annotations.NullMarked;
