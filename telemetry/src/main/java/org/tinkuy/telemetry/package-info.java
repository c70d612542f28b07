/// What an operator sees of each request: its time, and a trace where traces are asked for.
@NullMarked
package org.tinkuy.telemetry;

import org.jspecify.annotations.NullMarked;
