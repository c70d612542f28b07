/// What services and operators ask of a service, and people do not: on a port of its own, for who
/// shows the secret.
@NullMarked
package org.tinkuy.inner;

import org.jspecify.annotations.NullMarked;
