/// The published programmes and sessions, kept in memory, and the pages that show them.
@NullMarked
package org.tinkuy.site.programme;

import org.jspecify.annotations.NullMarked;
