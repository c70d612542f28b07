/// What a failure of the database means for whoever asked for something.
@NullMarked
package org.tinkuy.database;

import org.jspecify.annotations.NullMarked;
