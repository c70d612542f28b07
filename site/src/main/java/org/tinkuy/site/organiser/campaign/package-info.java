/// Where a newsletter's issues are written, looked at, sent and watched.
@NullMarked
package org.tinkuy.site.organiser.campaign;

import org.jspecify.annotations.NullMarked;
