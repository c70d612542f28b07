/// The one public door: routes, token exchange, rate limits. It keeps nothing durable.
@NullMarked
package org.tinkuy.gateway;

import org.jspecify.annotations.NullMarked;
