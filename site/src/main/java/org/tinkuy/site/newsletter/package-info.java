/// Into a newsletter by two steps, out of it by one.
@NullMarked
package org.tinkuy.site.newsletter;

import org.jspecify.annotations.NullMarked;
