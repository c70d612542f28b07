package org.tinkuy.smtp;

/// What a mail server answered to one command (RFC 5321 §4.2).
///
/// @param text the lines without their code, separated by line feeds
public record SmtpReply(int code, String text) {

    private static final int CLOSING_CHANNEL = 421;
    private static final int GO_ON_WITH_THE_MESSAGE = 354;

    public boolean isPositive() {
        return code / 100 == 2;
    }

    public boolean isPermanent() {
        return code / 100 == 5;
    }

    /// The server ends the conversation; it is shutting down or has had enough of us.
    public boolean endsTheConversation() {
        return code == CLOSING_CHANNEL;
    }

    boolean asksForTheMessage() {
        return code == GO_ON_WITH_THE_MESSAGE;
    }

    @Override
    public String toString() {
        return code + " " + text;
    }
}
