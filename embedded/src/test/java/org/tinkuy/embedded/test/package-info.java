@NullMarked
package org.tinkuy.embedded.test;

import org.jspecify.annotations.NullMarked;
