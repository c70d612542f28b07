/// What the tests of several parts share.
@NullMarked
package org.tinkuy.testing;

import org.jspecify.annotations.NullMarked;
