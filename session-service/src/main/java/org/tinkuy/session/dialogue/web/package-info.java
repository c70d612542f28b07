/// The drafts of follow-up trainings over HTTP.
@NullMarked
package org.tinkuy.session.dialogue.web;

import org.jspecify.annotations.NullMarked;
