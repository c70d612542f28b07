package org.tinkuy.site.upstream;

/// A service answered with more than is read. Asking again gets the same.
public final class AnswerTooLarge extends RuntimeException {

    AnswerTooLarge(String service, Throwable cause) {
        super(
                service
                        + " answered with more than "
                        + ServiceClients.LARGEST.toMegabytes()
                        + " MB",
                cause,
                false,
                false);
    }
}
