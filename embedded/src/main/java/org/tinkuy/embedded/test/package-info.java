/// The servers that integration tests run on.
@NullMarked
package org.tinkuy.embedded.test;

import org.jspecify.annotations.NullMarked;
