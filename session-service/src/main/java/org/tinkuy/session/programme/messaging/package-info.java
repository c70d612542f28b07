/// The topic `programmes`.
@NullMarked
package org.tinkuy.session.programme.messaging;

import org.jspecify.annotations.NullMarked;
