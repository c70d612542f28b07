/// Nothing grows for ever: what a service keeps, how long, and the job that removes it.
@NullMarked
package org.tinkuy.retention;

import org.jspecify.annotations.NullMarked;
