/// Whole programmes with their sessions, read from files.
@NullMarked
package org.tinkuy.session.importing;

import org.jspecify.annotations.NullMarked;
