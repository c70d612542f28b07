/// The drafts of programmes and events over HTTP.
@NullMarked
package org.tinkuy.session.programme.web;

import org.jspecify.annotations.NullMarked;
