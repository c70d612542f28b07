/// Verifies the five-minute tokens that registration-service signs and the gateway passes on.
@NullMarked
package org.tinkuy.token;

import org.jspecify.annotations.NullMarked;
