@NullMarked
package org.tinkuy.quickstart;

import org.jspecify.annotations.NullMarked;
