/// Use cases of registrations: the rules are in `seats`, the group commit in `batch`.
@NullMarked
package org.tinkuy.registration.registration;

import org.jspecify.annotations.NullMarked;
