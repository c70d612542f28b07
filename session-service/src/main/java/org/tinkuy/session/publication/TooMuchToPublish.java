package org.tinkuy.session.publication;

/// What would be published of a programme is larger than one message can be.
public final class TooMuchToPublish extends RuntimeException {

    public TooMuchToPublish(String slug, Throwable cause) {
        super(
                "%s is too large to be published: shorten its texts or lists.".formatted(slug),
                cause);
    }
}
