package org.tinkuy.endtoend.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.tinkuy.endtoend.TinkuySystem;

/// A message as the mail server took it.
///
/// @param delivery from the Message-ID, which is the same in every copy
/// @param subject as it stands in the header, to the end of its first line
record ReceivedMail(UUID delivery, String recipient, String subject) {

    private static final String TO = "delivered-to: ";
    private static final String ID = "message-id: <";
    private static final String SUBJECT = "subject: ";

    /// Everything that the inbox answered with 250.
    static List<ReceivedMail> all(TinkuySystem system) throws IOException {
        var mails = new ArrayList<ReceivedMail>();
        try (var files = Files.walk(system.data().resolve("mail"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".eml")).toList()) {
                mails.add(read(file));
            }
        }
        return mails;
    }

    private static ReceivedMail read(Path file) throws IOException {
        var recipient = "";
        var id = "";
        var subject = "";
        try (var reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (var line = reader.readLine();
                    line != null && !line.isEmpty();
                    line = reader.readLine()) {
                var lower = line.toLowerCase(Locale.ROOT);
                if (lower.startsWith(TO)) {
                    recipient = line.substring(TO.length());
                } else if (lower.startsWith(SUBJECT)) {
                    subject = line.substring(SUBJECT.length());
                } else if (lower.startsWith(ID)) {
                    id = line.substring(ID.length(), line.indexOf('@'));
                }
            }
        }
        return new ReceivedMail(UUID.fromString(id), recipient, subject);
    }
}
