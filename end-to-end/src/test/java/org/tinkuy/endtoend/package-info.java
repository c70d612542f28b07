/// What a person does, in a real browser, through the whole running system.
@NullMarked
package org.tinkuy.endtoend;

import org.jspecify.annotations.NullMarked;
