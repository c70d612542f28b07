/// What a caller is told when a request fails, and how input is read and checked.
@NullMarked
package org.tinkuy.problems;

import org.jspecify.annotations.NullMarked;
