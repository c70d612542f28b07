/// Whether a service does what the document of its API says, found by reading both.
@NullMarked
package org.tinkuy.testing.openapi;

import org.jspecify.annotations.NullMarked;
