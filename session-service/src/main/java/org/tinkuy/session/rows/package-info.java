/// How rows are written and read: as JSON, in both directions.
@NullMarked
package org.tinkuy.session.rows;

import org.jspecify.annotations.NullMarked;
