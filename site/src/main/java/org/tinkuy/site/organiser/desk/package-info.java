/// The desk: where organisers begin programmes, write them, look at what changed and publish it.
@NullMarked
package org.tinkuy.site.organiser.desk;

import org.jspecify.annotations.NullMarked;
