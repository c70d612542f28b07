/// Who gets the seats: the rules, plain Java.
@NullMarked
package org.tinkuy.registration.seats;

import org.jspecify.annotations.NullMarked;
