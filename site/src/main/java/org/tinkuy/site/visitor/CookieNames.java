package org.tinkuy.site.visitor;

import java.util.List;
import java.util.stream.Stream;

/// The names of our cookies. With TLS they say that they are Secure, of this host alone and for all
/// of it (`__Host-`, RFC 6265bis): no other host of the domain can set or overwrite one. Without
/// TLS browsers take such a name from `localhost` alone, so the name is plain.
enum CookieNames {
    DEVICE_SESSION("tinkuy"),
    FORM("tinkuy-form"),
    CHALLENGE("tinkuy-challenge"),
    PENDING("tinkuy-pending"),
    OUTCOMES("tinkuy-outcomes"),
    STAFF_INVITATION("tinkuy-staff-invitation"),
    LANGUAGE("tinkuy-language"),
    TIME_ZONE("tinkuy-time-zone");

    private static final String OF_THIS_HOST = "__Host-";

    private final String plain;

    CookieNames(String plain) {
        this.plain = plain;
    }

    String of(boolean secure) {
        return secure ? OF_THIS_HOST + plain : plain;
    }

    /// That of an installation with TLS first.
    List<String> all() {
        return Stream.of(true, false).map(this::of).toList();
    }
}
