/// The drafts of speakers over HTTP.
@NullMarked
package org.tinkuy.session.speaker.web;

import org.jspecify.annotations.NullMarked;
