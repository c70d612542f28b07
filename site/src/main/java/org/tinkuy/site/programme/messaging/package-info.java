/// Follows the topics `programmes` and `sessions`.
@NullMarked
package org.tinkuy.site.programme.messaging;

import org.jspecify.annotations.NullMarked;
