/// What subscribers are mailed, and the thread that keeps campaigns going.
@NullMarked
package org.tinkuy.notification.newsletter.mail;

import org.jspecify.annotations.NullMarked;
