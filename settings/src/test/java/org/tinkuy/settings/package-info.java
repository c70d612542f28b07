@NullMarked
package org.tinkuy.settings;

import org.jspecify.annotations.NullMarked;
