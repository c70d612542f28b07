/// The pages with timetables.
@NullMarked
package org.tinkuy.site.timetable.web;

import org.jspecify.annotations.NullMarked;
