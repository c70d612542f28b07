@NullMarked
package org.tinkuy.testing;

import org.jspecify.annotations.NullMarked;
