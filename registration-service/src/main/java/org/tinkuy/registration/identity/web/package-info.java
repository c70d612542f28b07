/// HTTP: sign-ins, device sessions, one's own data and the keys that verify tokens.
@NullMarked
package org.tinkuy.registration.identity.web;

import org.jspecify.annotations.NullMarked;
