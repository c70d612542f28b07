/// The programme's pages and the form to register.
@NullMarked
package org.tinkuy.site.programme.web;

import org.jspecify.annotations.NullMarked;
