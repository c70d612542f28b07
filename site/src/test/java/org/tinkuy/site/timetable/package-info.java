@NullMarked
package org.tinkuy.site.timetable;

import org.jspecify.annotations.NullMarked;
