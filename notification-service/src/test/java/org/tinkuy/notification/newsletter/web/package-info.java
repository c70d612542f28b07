@NullMarked
package org.tinkuy.notification.newsletter.web;

import org.jspecify.annotations.NullMarked;
