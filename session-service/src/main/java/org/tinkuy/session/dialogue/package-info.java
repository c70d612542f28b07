/// What goes on after a programme: the same training elsewhere.
@NullMarked
package org.tinkuy.session.dialogue;

import org.jspecify.annotations.NullMarked;
