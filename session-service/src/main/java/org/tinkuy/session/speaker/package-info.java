/// Who speaks and moderates at the sessions of a programme.
@NullMarked
package org.tinkuy.session.speaker;

import org.jspecify.annotations.NullMarked;
