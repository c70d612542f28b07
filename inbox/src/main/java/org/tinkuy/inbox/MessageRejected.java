package org.tinkuy.inbox;

/// A rule of the consumer refuses the message: it goes to the dead letters, where an operator can
/// read and replay it.
public final class MessageRejected extends RuntimeException {

    public MessageRejected(String reason) {
        super(reason);
    }
}
