/// What happened that matters for security, as lines without personal data.
@NullMarked
package org.tinkuy.security;

import org.jspecify.annotations.NullMarked;
