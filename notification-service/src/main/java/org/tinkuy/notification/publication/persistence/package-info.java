/// What is told of publications, in PostgreSQL.
@NullMarked
package org.tinkuy.notification.publication.persistence;

import org.jspecify.annotations.NullMarked;
