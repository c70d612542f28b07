/// Follow-up trainings in PostgreSQL.
@NullMarked
package org.tinkuy.session.dialogue.persistence;

import org.jspecify.annotations.NullMarked;
