/// The topics that this service owns.
@NullMarked
package org.tinkuy.session.messaging;

import org.jspecify.annotations.NullMarked;
