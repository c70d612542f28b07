/// How what a caller wrote is read, and how the wrong field is named.
@NullMarked
package org.tinkuy.session.input;

import org.jspecify.annotations.NullMarked;
