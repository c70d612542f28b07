@NullMarked
package org.tinkuy.notification.delivery.web;

import org.jspecify.annotations.NullMarked;
