/// Newsletters over HTTP: for visitors, for mail programs, and for those who write them.
@NullMarked
package org.tinkuy.notification.newsletter.web;

import org.jspecify.annotations.NullMarked;
