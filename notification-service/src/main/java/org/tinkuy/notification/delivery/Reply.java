package org.tinkuy.notification.delivery;

/// What came of handing one message to the mail server.
public sealed interface Reply {

    /// The server took responsibility (RFC 5321 §4.2.5: the reply to the end of data).
    record Accepted() implements Reply {}

    /// A permanent refusal (5yz) of the message, or an address that cannot be mailed.
    record Refused(String reason) implements Reply {}

    /// A permanent refusal of the recipient: nothing that is sent there will arrive.
    record AddressRefused(String reason) implements Reply {}

    /// A refusal that may pass (4yz), or a failure before the message's bytes left.
    ///
    /// @param sender we were refused for good: it is about us, and passes when we are let in again
    record Deferred(String reason, boolean sender) implements Reply {

        public Deferred(String reason) {
            this(reason, false);
        }
    }

    /// The bytes left and no reply came: the server may or may not have taken the message (RFC
    /// 1047).
    record Unknown(String reason) implements Reply {}
}
