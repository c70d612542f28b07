@NullMarked
package org.tinkuy.database;

import org.jspecify.annotations.NullMarked;
