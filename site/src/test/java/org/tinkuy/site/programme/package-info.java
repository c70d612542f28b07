/// What is shown when, and in which words.
@NullMarked
package org.tinkuy.site.programme;

import org.jspecify.annotations.NullMarked;
