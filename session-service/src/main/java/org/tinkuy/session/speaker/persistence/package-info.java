/// Speakers in PostgreSQL.
@NullMarked
package org.tinkuy.session.speaker.persistence;

import org.jspecify.annotations.NullMarked;
