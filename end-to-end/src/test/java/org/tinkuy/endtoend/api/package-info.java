/// The API, held against the documents that it serves.
@NullMarked
package org.tinkuy.endtoend.api;

import org.jspecify.annotations.NullMarked;
