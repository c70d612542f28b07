/// What happens where and when, by the clock of one place: of a programme, and of a region.
@NullMarked
package org.tinkuy.site.timetable;

import org.jspecify.annotations.NullMarked;
