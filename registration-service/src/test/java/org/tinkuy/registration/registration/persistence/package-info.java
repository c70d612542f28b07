@NullMarked
package org.tinkuy.registration.registration.persistence;

import org.jspecify.annotations.NullMarked;
