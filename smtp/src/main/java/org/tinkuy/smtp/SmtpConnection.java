package org.tinkuy.smtp;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tinkuy.smtp.OutgoingMails.Outgoing;

/// A conversation with a mail server (RFC 5321), for one thread.
///
/// Where the server takes several commands at once (PIPELINING, RFC 2920), a message leaves
/// together with the next one's envelope: one write and one wait per message. Its bytes leave only
/// after the server asked for them, so at any moment the fate of at most one message can be
/// unknown.
public final class SmtpConnection implements Closeable {

    private static final byte[] END_OF_MESSAGE = {'.', '\r', '\n'};

    private final SmtpServer server;
    private final SmtpWire wire;
    private final WireBuffer buffer = new WireBuffer();
    private final boolean takesUtf8;
    private final boolean pipelines;
    private boolean usable = true;

    /// Nothing was heard since it was kept.
    private boolean kept;

    /// The server still holds an envelope that it refused in part.
    private boolean unfinished;

    private volatile long writingSince;

    private SmtpConnection(SmtpServer server, Greeting greeting) {
        this.server = server;
        this.wire = greeting.wire();
        this.takesUtf8 = greeting.offers("SMTPUTF8");
        this.pipelines = greeting.offers("PIPELINING");
    }

    public static SmtpConnection open(SmtpServer server) throws SmtpUnreachable {
        return new SmtpConnection(server, Greeting.exchange(server));
    }

    /// Whether addresses beyond ASCII are taken (RFC 6531).
    public boolean takesUtf8() {
        return takesUtf8;
    }

    /// `false` once the conversation has ended, whoever ended it.
    public boolean isUsable() {
        return usable;
    }

    public boolean stillAnswers() {
        try {
            if (wire.ask("NOOP").isPositive()) {
                return true;
            }
        } catch (IOException _) {
            // It does not.
        }
        end();
        return false;
    }

    /// Hands over messages until there is none at the moment, or the conversation ends.
    ///
    /// @return a message that was announced, and that the server did not look at before the
    ///   conversation ended; what became of every other one was told
    public @Nullable Outgoing send(OutgoingMails mails) {
        var current = mails.next();
        var announced = false;
        while (current != null && usable) {
            var next = handOver(current, announced, mails);
            announced = next != null;
            current = announced || !usable ? next : mails.next();
        }
        return current;
    }

    /// @return one whose envelope left, and that is still to be handed over
    private @Nullable Outgoing handOver(Outgoing current, boolean announced, OutgoingMails mails) {
        Outgoing next = null;
        var bytesLeft = false;
        Handover handover;
        try {
            if (!announced && pipelines) {
                buffer.clear();
                addEnvelope(current);
                flush();
            }
            handover = pipelines ? answersToEnvelope() : askAbout(current);
            if (handover == null) {
                buffer.clear();
                addMessage(current.message());
                next = pipelines ? mails.next() : null;
                if (next != null) {
                    addEnvelope(next);
                }
                bytesLeft = true;
                flush();
                handover = answerToMessage();
            }
        } catch (IOException e) {
            end();
            if (kept) {
                return current;
            }
            var reason = "no answer: " + SmtpWire.words(e);
            handover =
                    bytesLeft ? new Handover.Unanswered(reason) : new Handover.Interrupted(reason);
        }
        mails.handed(current, handover);
        return next;
    }

    private SmtpReply reply() throws IOException {
        var reply = wire.reply();
        kept = false;
        return reply;
    }

    private SmtpReply ask(String command) throws IOException {
        var reply = wire.ask(command);
        kept = false;
        return reply;
    }

    /// It will be used again after a while, and the server may end it meanwhile. If it did, that
    /// says nothing of the next message.
    public void keep() {
        kept = usable;
    }

    private void addEnvelope(Outgoing mail) {
        if (unfinished) {
            buffer.add("RSET\r\n");
        }
        buffer.add(from(mail)).add("\r\n").add(to(mail)).add("\r\nDATA\r\n");
    }

    private String from(Outgoing mail) {
        return "MAIL FROM:<"
                + mail.sender()
                + (mail.recipient().needsUtf8() || mail.sender().needsUtf8() ? "> SMTPUTF8" : ">");
    }

    private static String to(Outgoing mail) {
        return "RCPT TO:<" + mail.recipient() + ">";
    }

    /// @return `null`: the server waits for the message
    private @Nullable Handover answersToEnvelope() throws IOException {
        if (unfinished) {
            unfinished = false;
            var reset = reply();
            if (!reset.isPositive()) {
                return refused(Handover.What.SENDER, reset);
            }
        }
        var sender = reply();
        if (sender.endsTheConversation()) {
            return refused(Handover.What.SENDER, sender);
        }
        var recipient = reply();
        if (recipient.endsTheConversation()) {
            return refused(Handover.What.RECIPIENT, recipient);
        }
        var data = reply();
        var refusal =
                !sender.isPositive()
                        ? refused(Handover.What.SENDER, sender)
                        : !recipient.isPositive()
                                ? refused(Handover.What.RECIPIENT, recipient)
                                : !data.asksForTheMessage()
                                        ? refused(Handover.What.MESSAGE, data)
                                        : null;
        if (refusal != null && data.asksForTheMessage()) {
            // RFC 2920 §3.1: the server now reads a message for nobody, and gets an empty one.
            buffer.clear().add(END_OF_MESSAGE);
            flush();
            var _ = reply();
            unfinished = false;
        }
        return refusal;
    }

    /// One command at a time, for servers that want it so.
    private @Nullable Handover askAbout(Outgoing mail) throws IOException {
        if (unfinished) {
            unfinished = false;
            var reset = ask("RSET");
            if (!reset.isPositive()) {
                return refused(Handover.What.SENDER, reset);
            }
        }
        var sender = ask(from(mail));
        if (!sender.isPositive()) {
            return refused(Handover.What.SENDER, sender);
        }
        var recipient = ask(to(mail));
        if (!recipient.isPositive()) {
            return refused(Handover.What.RECIPIENT, recipient);
        }
        var data = ask("DATA");
        return data.asksForTheMessage() ? null : refused(Handover.What.MESSAGE, data);
    }

    /// The transaction it belongs to is reset before the next one.
    private Handover refused(Handover.What what, SmtpReply reply) {
        unfinished = true;
        if (reply.endsTheConversation()) {
            end();
        }
        return new Handover.Refused(what, reply);
    }

    private Handover answerToMessage() throws IOException {
        wire.answersWithin(server.takenWithin());
        var reply = reply();
        wire.answersWithin(server.replyWithin());
        if (reply.endsTheConversation()) {
            end();
        }
        return reply.isPositive()
                ? new Handover.Taken(reply)
                : new Handover.Refused(Handover.What.MESSAGE, reply);
    }

    /// A line that begins with a dot gets another one (RFC 5321 §4.5.2).
    private void addMessage(WireBuffer message) {
        var from = 0;
        for (var i = 0; i < message.length(); i++) {
            if (message.at(i) == '.' && (i == 0 || message.at(i - 1) == '\n')) {
                buffer.add(message, from, i).add('.');
                from = i;
            }
        }
        buffer.add(message, from, message.length());
        if (message.length() > 0 && message.at(message.length() - 1) != '\n') {
            buffer.add('\r').add('\n');
        }
        buffer.add(END_OF_MESSAGE);
    }

    private void flush() throws IOException {
        writingSince = System.nanoTime();
        try {
            wire.send(buffer);
        } finally {
            writingSince = 0;
        }
    }

    /// For another thread: blocking sockets know no time limit for writing.
    public void endIfStuckFor(Duration time) {
        var since = writingSince;
        if (since != 0 && System.nanoTime() - since > time.toNanos()) {
            SmtpWire.closeQuietly(wire);
        }
    }

    private void end() {
        usable = false;
        SmtpWire.closeQuietly(wire);
    }

    @Override
    public void close() {
        if (usable) {
            try {
                buffer.clear().add("QUIT\r\n");
                flush();
            } catch (IOException _) {
                // Whatever it was about has been answered, or will be tried again.
            }
        }
        end();
    }
}
