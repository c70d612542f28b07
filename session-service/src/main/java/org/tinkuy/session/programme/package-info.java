/// Programmes and their events: what is planned, where, for whom and under which policies.
@NullMarked
package org.tinkuy.session.programme;

import org.jspecify.annotations.NullMarked;
