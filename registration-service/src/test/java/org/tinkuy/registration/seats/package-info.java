@NullMarked
package org.tinkuy.registration.seats;

import org.jspecify.annotations.NullMarked;
