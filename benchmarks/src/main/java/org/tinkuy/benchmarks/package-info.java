/// Load against limits. Each program prints ratios of one run on one machine.
@NullMarked
package org.tinkuy.benchmarks;

import org.jspecify.annotations.NullMarked;
