/// The rules of the door applied to HTTP.
@NullMarked
package org.tinkuy.gateway.edge.web;

import org.jspecify.annotations.NullMarked;
