/// Handles each message once.
@NullMarked
package org.tinkuy.inbox;

import org.jspecify.annotations.NullMarked;
