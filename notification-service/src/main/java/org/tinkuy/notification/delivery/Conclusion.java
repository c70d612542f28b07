package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.Optional;

/// What came of a delivery that a worker held, and what that says of the address.
///
/// @param refusedAddress the mail server refused it for good
/// @param provenAddress the mail server took it although it had refused it before
public record Conclusion(
        Delivery delivery,
        Verdict verdict,
        Optional<String> refusedAddress,
        Optional<String> provenAddress) {

    public static Conclusion of(Delivery delivery, Verdict verdict) {
        return new Conclusion(delivery, verdict, Optional.empty(), Optional.empty());
    }

    /// @param delivery as it was handed to the mail server, this attempt counted
    public static Conclusion after(
            Delivery delivery, String address, Outcome outcome, Instant now) {
        return new Conclusion(
                delivery.counting(outcome),
                delivery.after(outcome, now),
                outcome instanceof Outcome.AddressRefused ? Optional.of(address) : Optional.empty(),
                outcome instanceof Outcome.Accepted && delivery.insisted()
                        ? Optional.of(address)
                        : Optional.empty());
    }
}
