/// What organisers are told of what they publish.
@NullMarked
package org.tinkuy.notification.publication;

import org.jspecify.annotations.NullMarked;
