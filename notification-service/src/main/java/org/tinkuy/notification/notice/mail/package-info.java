/// The mails of codes and notices.
@NullMarked
package org.tinkuy.notification.notice.mail;

import org.jspecify.annotations.NullMarked;
