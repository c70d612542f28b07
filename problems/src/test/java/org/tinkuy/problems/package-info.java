@NullMarked
package org.tinkuy.problems;

import org.jspecify.annotations.NullMarked;
