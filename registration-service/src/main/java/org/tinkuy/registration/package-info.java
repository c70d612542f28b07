/// Who attends: attendees, sign-in, registrations and seats.
@NullMarked
package org.tinkuy.registration;

import org.jspecify.annotations.NullMarked;
