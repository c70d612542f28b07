package org.tinkuy.smtp;

/// No conversation with the server could be begun.
public final class SmtpUnreachable extends Exception {

    SmtpUnreachable(String reason) {
        super(reason);
    }

    SmtpUnreachable(String reason, Throwable cause) {
        super(reason, cause);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
