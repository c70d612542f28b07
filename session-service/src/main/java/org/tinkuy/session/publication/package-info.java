/// What is published of a programme: a state of its own beside the drafts.
@NullMarked
package org.tinkuy.session.publication;

import org.jspecify.annotations.NullMarked;
