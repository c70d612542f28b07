/// Who may do what in a programme: its staff, and who is invited to it.
@NullMarked
package org.tinkuy.registration.staff;

import org.jspecify.annotations.NullMarked;
