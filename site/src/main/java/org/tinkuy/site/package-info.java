/// Server-rendered pages for attendees and organisers. Nothing here is durable.
@NullMarked
package org.tinkuy.site;

import org.jspecify.annotations.NullMarked;
