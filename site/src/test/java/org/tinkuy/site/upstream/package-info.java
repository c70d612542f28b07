@NullMarked
package org.tinkuy.site.upstream;

import org.jspecify.annotations.NullMarked;
