/// What the HTTP API is, as documents in OpenAPI 3.1.
@NullMarked
package org.tinkuy.openapi;

import org.jspecify.annotations.NullMarked;
