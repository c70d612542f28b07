package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.Optional;

/// What came of a delivery that a worker held, and what that says of the address.
///
/// @param address to which it went, or would have gone; empty where that is not known
public record Judged(Delivery delivery, Verdict verdict, Optional<String> address) {

    public static Judged of(Delivery delivery, Verdict verdict) {
        return new Judged(delivery, verdict, Optional.empty());
    }

    public static Judged of(Delivery delivery, Verdict verdict, String address) {
        return new Judged(delivery, verdict, Optional.of(address));
    }

    /// @param delivery as it was handed to the mail server, this attempt counted
    public static Judged after(Delivery delivery, String address, Reply reply, Instant now) {
        return of(delivery.counting(reply), delivery.after(reply, now), address);
    }

    /// The mail server refused it for good.
    public Optional<String> refusedAddress() {
        return address.filter(_ -> failedBecause(Failure.ADDRESS_REFUSED));
    }

    /// Nothing was handed over, because it had been refused before.
    public Optional<String> suppressedAddress() {
        return address.filter(_ -> failedBecause(Failure.SUPPRESSED));
    }

    /// The mail server took it although it had refused it before.
    public Optional<String> provenAddress() {
        return address.filter(_ -> verdict instanceof Verdict.Sent && delivery.insisted());
    }

    private boolean failedBecause(Failure failure) {
        return verdict instanceof Verdict.Failed(var _, var why, var _) && why == failure;
    }
}
