package org.tinkuy.site.page;

/// There is nothing at this address, or nothing for this visitor.
public final class NoSuchPage extends RuntimeException {

    public NoSuchPage() {
        super("no such page", null, false, false);
    }
}
