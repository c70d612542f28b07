package org.tinkuy.site.page;

/// The site has just started, and what is published is not read to the end yet: a page or feed
/// without it would claim that it is not there.
public final class StillReading extends RuntimeException {

    public StillReading() {
        super("still reading", null, false, false);
    }
}
