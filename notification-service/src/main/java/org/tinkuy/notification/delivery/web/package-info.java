/// Deliveries over HTTP, for organisers.
@NullMarked
package org.tinkuy.notification.delivery.web;

import org.jspecify.annotations.NullMarked;
