package org.tinkuy.notification.delivery;

import java.util.Arrays;
import java.util.Optional;

/// Why a delivery failed, or is put off by more than a delay; the label is its name in the database
/// and in the API.
public enum Failure {
    /// The mail server refused the message for good, and the words do not speak of the address.
    REFUSED("refused"),
    /// The mail server refused us as the sender for good. That may pass, so it is tried again.
    SENDER_REFUSED("sender-refused"),
    /// The mail server refused the address for good.
    ADDRESS_REFUSED("address-refused"),
    /// The address had been refused for good before: nothing was handed over.
    SUPPRESSED("suppressed"),
    /// No mail can be sent to such an address.
    UNUSABLE_ADDRESS("unusable-address"),
    ERASED("erased");

    private final String label;

    Failure(String label) {
        this.label = label;
    }

    public static Optional<Failure> labelled(String label) {
        return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
    }

    public String label() {
        return label;
    }
}
