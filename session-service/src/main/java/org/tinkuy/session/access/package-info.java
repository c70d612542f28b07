/// Who may change what.
@NullMarked
package org.tinkuy.session.access;

import org.jspecify.annotations.NullMarked;
