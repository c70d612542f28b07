/// The fair of a programme: its stands.
@NullMarked
package org.tinkuy.session.fair;

import org.jspecify.annotations.NullMarked;
