package org.tinkuy.notification.delivery;

import java.time.Instant;
import java.util.Optional;
import org.tinkuy.notification.delivery.NotedRefusals.Refusal;

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

    /// The mail server refused the address for good.
    Optional<Refusal> refusal() {
        return verdict instanceof Verdict.Failed(var at, var why, var reason)
                        && why == Failure.ADDRESS_REFUSED
                ? address.map(to -> new Refusal(to, delivery.recipient(), reason, at))
                : Optional.empty();
    }

    /// The mail server took it.
    Optional<String> takenAt() {
        return address.filter(_ -> verdict instanceof Verdict.Sent);
    }

    /// Nothing was handed over, because it had been refused before.
    public Optional<String> suppressedAddress() {
        return address.filter(_ ->
                verdict instanceof Verdict.Failed(var _, var why, var _)
                        && why == Failure.SUPPRESSED);
    }

    /// The mail server took it although it had refused it before.
    public Optional<String> provenAddress() {
        return takenAt().filter(_ -> delivery.insisted());
    }
}
