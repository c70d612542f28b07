@NullMarked
package org.tinkuy.registration.registration.messaging;

import org.jspecify.annotations.NullMarked;
