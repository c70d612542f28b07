/// Who is told: one message per fact and person, handed to the mail server once.
@NullMarked
package org.tinkuy.notification;

import org.jspecify.annotations.NullMarked;
