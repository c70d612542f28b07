package org.tinkuy.site.upstream;

import org.jspecify.annotations.Nullable;

/// A service is away, overloaded or too slow. Whether it did what was asked is not known.
public final class ServiceUnavailable extends RuntimeException {

    private final boolean overloaded;

    private ServiceUnavailable(String message, @Nullable Throwable cause, boolean overloaded) {
        super(message, cause, false, false);
        this.overloaded = overloaded;
    }

    static ServiceUnavailable silent(String service, Throwable cause) {
        return new ServiceUnavailable(service + " did not answer: " + cause, cause, false);
    }

    static ServiceUnavailable answered(String service, int status, Problem problem) {
        return new ServiceUnavailable(
                service + " answered " + status + " " + problem.name(),
                null,
                problem.name().equals("overloaded"));
    }

    /// It is there, and has more to do than it can.
    public boolean isOverloaded() {
        return overloaded;
    }
}
