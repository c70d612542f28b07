/// The topic `sessions`.
@NullMarked
package org.tinkuy.session.schedule.messaging;

import org.jspecify.annotations.NullMarked;
