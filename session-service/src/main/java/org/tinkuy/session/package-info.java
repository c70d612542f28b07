/// What happens: programmes, their events and their sessions.
@NullMarked
package org.tinkuy.session;

import org.jspecify.annotations.NullMarked;
