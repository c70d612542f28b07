/// The drafts of challenges over HTTP.
@NullMarked
package org.tinkuy.session.challenge.web;

import org.jspecify.annotations.NullMarked;
