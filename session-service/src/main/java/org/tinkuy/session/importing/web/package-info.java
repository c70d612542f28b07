/// Importing over HTTP.
@NullMarked
package org.tinkuy.session.importing.web;

import org.jspecify.annotations.NullMarked;
