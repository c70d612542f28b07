@NullMarked
package org.tinkuy.site.visitor;

import org.jspecify.annotations.NullMarked;
