package org.tinkuy.smtp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Where mails go.
///
/// @param user `null`: the server is not asked to authenticate us
/// @param tls on the port 465 it is spoken from the first byte (RFC 8314), whatever this says
/// @param replyWithin a server that is slower to answer a command is treated as one that is gone
/// @param takenWithin the same for the answer to a whole message, which a server may first look
///   through: giving up too early means a second copy (RFC 5321 §4.5.3.2.6)
public record SmtpServer(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        Tls tls,
        Duration connectWithin,
        Duration replyWithin,
        Duration takenWithin) {

    public enum Tls {
        WHERE_OFFERED,
        REQUIRED
    }
}
