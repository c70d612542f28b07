package org.tinkuy.smtp;

/// What came of handing one message to the server.
public sealed interface Handover {

    record Taken(SmtpReply reply) implements Handover {}

    record Refused(What what, SmtpReply reply) implements Handover {}

    /// The connection ended before the message's bytes left.
    record Interrupted(String reason) implements Handover {}

    /// The bytes left and no reply came: the server may or may not have taken it (RFC 1047).
    record Unanswered(String reason) implements Handover {}

    /// What the server refused.
    enum What {
        SENDER,
        RECIPIENT,
        MESSAGE
    }
}
