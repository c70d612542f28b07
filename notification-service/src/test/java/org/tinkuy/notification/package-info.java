@NullMarked
package org.tinkuy.notification;

import org.jspecify.annotations.NullMarked;
