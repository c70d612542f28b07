/// Who comes: lists for the people who plan a programme.
@NullMarked
package org.tinkuy.site.organiser;

import org.jspecify.annotations.NullMarked;
