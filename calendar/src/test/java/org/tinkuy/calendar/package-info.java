@NullMarked
package org.tinkuy.calendar;

import org.jspecify.annotations.NullMarked;
