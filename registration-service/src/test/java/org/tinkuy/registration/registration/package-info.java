@NullMarked
package org.tinkuy.registration.registration;

import org.jspecify.annotations.NullMarked;
