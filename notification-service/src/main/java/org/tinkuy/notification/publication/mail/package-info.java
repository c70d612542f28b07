/// What organisers read of publications.
@NullMarked
package org.tinkuy.notification.publication.mail;

import org.jspecify.annotations.NullMarked;
