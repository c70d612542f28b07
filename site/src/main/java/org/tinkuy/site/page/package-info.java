/// What all pages share: the frame around them, their files, their validators, and the pages for
/// when something goes wrong.
@NullMarked
package org.tinkuy.site.page;

import org.jspecify.annotations.NullMarked;
