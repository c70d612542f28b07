/// The topic `programmes`.
@NullMarked
package org.tinkuy.session.publication.messaging;

import org.jspecify.annotations.NullMarked;
