/// Staff over HTTP.
@NullMarked
package org.tinkuy.registration.staff.web;

import org.jspecify.annotations.NullMarked;
