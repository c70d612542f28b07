/// What is around every page.
@NullMarked
package org.tinkuy.site.page;

import org.jspecify.annotations.NullMarked;
