@NullMarked
package org.tinkuy.site.organiser.sheet;

import org.jspecify.annotations.NullMarked;
