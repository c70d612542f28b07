/// Sessions: what has, or will get, a start and an end.
@NullMarked
package org.tinkuy.session.schedule;

import org.jspecify.annotations.NullMarked;
