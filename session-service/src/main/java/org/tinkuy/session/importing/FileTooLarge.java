package org.tinkuy.session.importing;

/// A file of programmes is larger than is taken.
public final class FileTooLarge extends RuntimeException {

    /// @param largest that is taken, in megabytes
    public FileTooLarge(long largest) {
        super("A file of programmes has up to %d MB.".formatted(largest));
    }
}
