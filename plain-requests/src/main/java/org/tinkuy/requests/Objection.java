package org.tinkuy.requests;

/// Why a request is not read at all.
///
/// @param type the stable end of the problem's type
/// @param detail in English, for whoever wrote the request; nothing of the request is in it
public record Objection(int status, String type, String title, String detail) {

    private static final int HEADERS_TOO_LARGE = 431;
    private static final int CODING_NOT_TAKEN = 415;

    static Objection malformed(String detail) {
        return new Objection(400, "invalid-request", "The request is not valid.", detail);
    }

    static Objection addressTooLong() {
        return new Objection(
                414, "address-too-long", "The address is longer than is read here.", "Up to 4 KB.");
    }

    public static Objection headersTooLarge() {
        return new Objection(
                HEADERS_TOO_LARGE,
                "headers-too-large",
                "The headers are larger than is read here.",
                "");
    }

    /// The answer names the one coding that is taken, `identity` (RFC 7694, 3).
    static Objection encodedBody() {
        return new Objection(
                CODING_NOT_TAKEN,
                "unsupported-media-type",
                "The body is not of a type that is taken here.",
                "Bodies are taken as they are, without Content-Encoding.");
    }

    boolean isAboutCoding() {
        return status == CODING_NOT_TAKEN;
    }

    boolean isAboutHeaders() {
        return status == HEADERS_TOO_LARGE;
    }
}
