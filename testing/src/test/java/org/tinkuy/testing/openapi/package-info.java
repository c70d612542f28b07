@NullMarked
package org.tinkuy.testing.openapi;

import org.jspecify.annotations.NullMarked;
