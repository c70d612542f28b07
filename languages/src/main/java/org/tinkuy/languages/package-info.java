/// The languages that people are spoken to in, and how each says dates, times and time zones.
@NullMarked
package org.tinkuy.languages;

import org.jspecify.annotations.NullMarked;
