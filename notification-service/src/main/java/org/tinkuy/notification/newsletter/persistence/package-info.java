/// Subscriptions, consents and campaigns in PostgreSQL.
@NullMarked
package org.tinkuy.notification.newsletter.persistence;

import org.jspecify.annotations.NullMarked;
