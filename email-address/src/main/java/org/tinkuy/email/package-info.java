/// The addresses that people may give.
@NullMarked
package org.tinkuy.email;

import org.jspecify.annotations.NullMarked;
