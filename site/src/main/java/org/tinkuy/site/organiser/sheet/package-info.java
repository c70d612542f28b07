/// Lists as files for spreadsheets, written as fast as they are taken.
@NullMarked
package org.tinkuy.site.organiser.sheet;

import org.jspecify.annotations.NullMarked;
