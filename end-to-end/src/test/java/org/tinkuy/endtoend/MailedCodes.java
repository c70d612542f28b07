package org.tinkuy.endtoend;

import java.util.Map;

/// Signing in by the code that a mail brings.
record MailedCodes(JsonCalls calls, Inbox inbox) {

    /// Of a device that signs in now; an address is mailed ten codes an hour.
    String tokenOf(String address) {
        var before = inbox.of(address).size();
        var challenge =
                calls.send(
                        "POST",
                        "/api/sign-ins",
                        Map.of("address", address, "language", "en"),
                        null);
        return calls.send(
                        "POST",
                        "/api/sign-ins/"
                                + challenge.path("challengeId").asString()
                                + "/confirmation",
                        Map.of(
                                "browserSecret",
                                challenge.path("browserSecret").asString(),
                                "code",
                                inbox.awaitNewest(address, before + 1).code()),
                        null)
                .path("token")
                .asString();
    }
}
