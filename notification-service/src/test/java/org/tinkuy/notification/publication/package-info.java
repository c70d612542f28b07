@NullMarked
package org.tinkuy.notification.publication;

import org.jspecify.annotations.NullMarked;
