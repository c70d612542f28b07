/// The YAML form of a programme.
@NullMarked
package org.tinkuy.session.importing.file;

import org.jspecify.annotations.NullMarked;
