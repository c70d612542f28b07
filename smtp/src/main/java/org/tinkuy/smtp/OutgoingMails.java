package org.tinkuy.smtp;

import org.jspecify.annotations.Nullable;

/// Messages for one conversation, one after the other.
public interface OutgoingMails {

    /// The next one, without waiting; `null`: none at this moment.
    @Nullable Outgoing next();

    void handed(Outgoing outgoing, Handover handover);

    /// @param id the caller's own
    /// @param sender is told when the message cannot be delivered
    /// @param message as RFC 5322 wants it, with CRLF at the end of each line
    record Outgoing(Object id, Mailbox sender, Mailbox recipient, WireBuffer message) {}
}
