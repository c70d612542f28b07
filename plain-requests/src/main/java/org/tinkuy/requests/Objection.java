package org.tinkuy.requests;

/// Why a request is not read at all.
///
/// @param type the stable end of the problem's type
/// @param detail in English, for whoever wrote the request; nothing of the request is in it
public record Objection(int status, String type, String title, String detail) {

    static Objection malformed(String detail) {
        return new Objection(400, "invalid-request", "The request is not valid.", detail);
    }

    static Objection addressTooLong() {
        return new Objection(
                414, "address-too-long", "The address is longer than is read here.", "Up to 4 KB.");
    }

    static Objection headersTooLarge() {
        return new Objection(
                431, "headers-too-large", "The headers are larger than is read here.", "");
    }
}
