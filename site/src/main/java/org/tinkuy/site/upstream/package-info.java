/// Asking registration-service on behalf of a visitor.
@NullMarked
package org.tinkuy.site.upstream;

import org.jspecify.annotations.NullMarked;
