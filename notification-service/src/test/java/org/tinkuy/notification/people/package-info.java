@NullMarked
package org.tinkuy.notification.people;

import org.jspecify.annotations.NullMarked;
