/// Pages as a browser gets them, with registration-service played by a stub.
@NullMarked
package org.tinkuy.site;

import org.jspecify.annotations.NullMarked;
