/// The sessions over HTTP.
@NullMarked
package org.tinkuy.session.schedule.web;

import org.jspecify.annotations.NullMarked;
