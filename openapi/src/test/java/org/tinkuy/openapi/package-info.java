@NullMarked
package org.tinkuy.openapi;

import org.jspecify.annotations.NullMarked;
