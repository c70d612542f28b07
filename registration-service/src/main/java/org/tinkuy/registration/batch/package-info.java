/// A group commit: what has piled up is decided in one transaction. It knows nothing of what is
/// decided.
@NullMarked
package org.tinkuy.registration.batch;

import org.jspecify.annotations.NullMarked;
