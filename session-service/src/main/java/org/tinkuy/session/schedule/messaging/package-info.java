/// The topics `sessions` and `publications`.
@NullMarked
package org.tinkuy.session.schedule.messaging;

import org.jspecify.annotations.NullMarked;
