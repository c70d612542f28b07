/// The messages about people and devices, and their topics.
@NullMarked
package org.tinkuy.registration.identity.messaging;

import org.jspecify.annotations.NullMarked;
