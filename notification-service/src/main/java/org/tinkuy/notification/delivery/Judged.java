package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.Optional;

/// What came of a delivery that a worker held, and what that says of the address.
///
/// @param refusedAddress the mail server refused it for good
/// @param provenAddress the mail server took it although it had refused it before
public record Judged(
        Delivery delivery,
        Verdict verdict,
        Optional<String> refusedAddress,
        Optional<String> provenAddress) {

    public static Judged of(Delivery delivery, Verdict verdict) {
        return new Judged(delivery, verdict, Optional.empty(), Optional.empty());
    }

    /// @param delivery as it was handed to the mail server, this attempt counted
    public static Judged after(Delivery delivery, String address, Reply reply, Instant now) {
        return new Judged(
                delivery.counting(reply),
                delivery.after(reply, now),
                reply instanceof Reply.AddressRefused ? Optional.of(address) : Optional.empty(),
                reply instanceof Reply.Accepted && delivery.insisted()
                        ? Optional.of(address)
                        : Optional.empty());
    }
}
