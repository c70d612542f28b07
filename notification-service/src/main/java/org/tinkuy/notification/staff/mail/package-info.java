/// What whoever is invited reads.
@NullMarked
package org.tinkuy.notification.staff.mail;

import org.jspecify.annotations.NullMarked;
