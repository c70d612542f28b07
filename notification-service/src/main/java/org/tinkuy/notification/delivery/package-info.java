/// What is sent to whom, and what became of it.
@NullMarked
package org.tinkuy.notification.delivery;

import org.jspecify.annotations.NullMarked;
