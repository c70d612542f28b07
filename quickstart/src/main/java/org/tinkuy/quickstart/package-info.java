/// One command to a working system: embedded servers, a mail inbox and every service, each the same
/// artefact that is deployed elsewhere.
@NullMarked
package org.tinkuy.quickstart;

import org.jspecify.annotations.NullMarked;
