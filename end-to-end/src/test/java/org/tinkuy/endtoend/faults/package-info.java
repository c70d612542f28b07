/// The real processes killed at random moments under load, and one audit of what is left.
@NullMarked
package org.tinkuy.endtoend.faults;

import org.jspecify.annotations.NullMarked;
