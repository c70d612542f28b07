/// What an operator sets, and what is said of it when it cannot be.
@NullMarked
package org.tinkuy.settings;

import org.jspecify.annotations.NullMarked;
