@NullMarked
package org.tinkuy.requests;

import org.jspecify.annotations.NullMarked;
