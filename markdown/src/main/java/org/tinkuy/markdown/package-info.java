/// Markdown as organisers write it, in issues and descriptions, read one way and within bounds.
@NullMarked
package org.tinkuy.markdown;

import org.jspecify.annotations.NullMarked;
