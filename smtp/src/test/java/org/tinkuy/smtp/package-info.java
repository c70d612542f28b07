@NullMarked
package org.tinkuy.smtp;

import org.jspecify.annotations.NullMarked;
