@NullMarked
package org.tinkuy.retention;

import org.jspecify.annotations.NullMarked;
