package org.tinkuy.quickstart.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.TooMuchDataException;

/// One message's way in: every sender and recipient is welcome, unless chaos is asked for.
final class SmtpReceiver implements MessageHandler {

    private static final int TEMPORARY_FAILURE = 452;

    private final MailStore store;
    private final int largest;
    private final Chaos.Triggers chaos;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";

    SmtpReceiver(MailStore store, int largest, Chaos.Triggers chaos) {
        this.store = store;
        this.largest = largest;
        this.chaos = chaos;
    }

    @Override
    public void from(String from) throws RejectException {
        chaos.sender().mayRefuse();
        sender = from;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        chaos.recipient().mayRefuse();
        recipients.add(recipient);
    }

    /// Returns, and so lets the sender hear 250, only when the message is in its file.
    @Override
    public @Nullable String data(InputStream data)
            throws RejectException, TooMuchDataException, IOException {
        var content = data.readNBytes(largest + 1);
        if (content.length > largest) {
            throw new TooMuchDataException("messages may have up to " + largest + " bytes");
        }
        try {
            return "kept as " + store.add(sender, recipients, content);
        } catch (IOException e) {
            throw new RejectException(TEMPORARY_FAILURE, "cannot store the message, try later");
        }
    }

    @Override
    public void done() {}
}
