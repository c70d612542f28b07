package org.tinkuy.gateway.edge;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.tinkuy.requests.Objection;

/// Why a request does not pass, as RFC 9457 and as a page of few words.
///
/// @param retryAfter zero: trying again will not help
/// @param detail `null`: the reason says it all
public record Refusal(Reason reason, Duration retryAfter, @Nullable String detail) {

    /// The type of the problem is the name in lower case with dashes.
    public enum Reason {
        NOT_FOUND(404, "There is nothing here."),
        METHOD_NOT_ALLOWED(405, "This method is not supported here."),
        INVALID_REQUEST(400, "The request is not valid."),
        UNAUTHENTICATED(401, "Sign in first."),
        NOT_ACCEPTABLE(406, "The answer is JSON."),
        PRECONDITION_FAILED(412, "There is another one by now."),
        FOREIGN_ORIGIN(403, "The request came from a page that is not ours."),
        BODY_TOO_LARGE(413, "The request's body is too large."),
        ADDRESS_TOO_LONG(414, "The address is longer than is read here."),
        UNSUPPORTED_MEDIA_TYPE(415, "The body is not of a type that is taken here."),
        TOO_MANY_REQUESTS(429, "Too many requests came from your network."),
        HEADERS_TOO_LARGE(431, "The headers are larger than is read here."),
        SERVICE_UNAVAILABLE(503, "A part of the system does not answer at the moment."),
        SERVICE_TIMEOUT(504, "A part of the system took too long to answer.");

        private final int status;
        private final String title;

        Reason(int status, String title) {
            this.status = status;
            this.title = title;
        }

        public int status() {
            return status;
        }

        public String title() {
            return title;
        }

        public String type() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Reason of(Objection objection) {
            return Arrays.stream(values())
                    .filter(reason -> reason.type().equals(objection.type()))
                    .findFirst()
                    .orElse(INVALID_REQUEST);
        }
    }

    /// A service that is restarting is back within seconds.
    private static final Duration UNTIL_A_SERVICE_IS_BACK = Duration.ofSeconds(5);

    public static Refusal of(Reason reason) {
        return new Refusal(
                reason, reason.status() >= 500 ? UNTIL_A_SERVICE_IS_BACK : Duration.ZERO, null);
    }

    public static Refusal of(Objection objection) {
        return new Refusal(
                Reason.of(objection),
                Duration.ZERO,
                objection.detail().isEmpty() ? null : objection.detail());
    }

    public static Refusal tooLarge(DataSize limit) {
        var words =
                limit.toMegabytes() > 0 ? limit.toMegabytes() + " MB" : limit.toKilobytes() + " KB";
        return new Refusal(
                Reason.BODY_TOO_LARGE, Duration.ZERO, "Up to %s are taken here.".formatted(words));
    }

    public static Refusal tooMany(Duration wait) {
        return new Refusal(Reason.TOO_MANY_REQUESTS, wait, null);
    }

    /// Whole seconds, rounded up: the unit of `Retry-After`.
    public long retryAfterSeconds() {
        return Math.ceilDiv(retryAfter.toMillis(), 1000);
    }
}
