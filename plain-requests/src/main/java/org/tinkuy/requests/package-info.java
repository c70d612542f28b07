/// What a request has to be before anybody reads it.
@NullMarked
package org.tinkuy.requests;

import org.jspecify.annotations.NullMarked;
