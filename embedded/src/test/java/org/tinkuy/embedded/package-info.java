@NullMarked
package org.tinkuy.embedded;

import org.jspecify.annotations.NullMarked;
