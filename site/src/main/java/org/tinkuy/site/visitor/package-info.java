/// Who looks at a page, and what their browser says about how they want to read it.
@NullMarked
package org.tinkuy.site.visitor;

import org.jspecify.annotations.NullMarked;
