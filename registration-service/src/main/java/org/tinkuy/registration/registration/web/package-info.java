/// Registering, cancelling, lists and seats over HTTP.
@NullMarked
package org.tinkuy.registration.registration.web;

import org.jspecify.annotations.NullMarked;
