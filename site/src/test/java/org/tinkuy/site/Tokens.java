package org.tinkuy.site;

import java.util.UUID;
import org.tinkuy.testing.Callers;

/// Who is signed in when these tests take place.
final class Tokens {

    static final UUID ROSA = UUID.fromString("0195a1c0-0000-7000-8000-000000000020");

    private Tokens() {}

    static String attendee() {
        return organiser();
    }

    static String organiser(String... roles) {
        return Callers.token(ROSA, SitePagesTests.NOW.minusSeconds(5), roles);
    }
}
