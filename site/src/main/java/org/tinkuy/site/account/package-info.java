/// Signing in and out by a mailed code, and one's own registrations.
@NullMarked
package org.tinkuy.site.account;

import org.jspecify.annotations.NullMarked;
