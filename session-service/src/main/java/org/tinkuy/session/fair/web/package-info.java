/// The drafts of stands over HTTP.
@NullMarked
package org.tinkuy.session.fair.web;

import org.jspecify.annotations.NullMarked;
