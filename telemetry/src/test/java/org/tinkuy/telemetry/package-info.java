@NullMarked
package org.tinkuy.telemetry;

import org.jspecify.annotations.NullMarked;
