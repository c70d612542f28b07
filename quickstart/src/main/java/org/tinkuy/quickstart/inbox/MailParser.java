package org.tinkuy.quickstart.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a message as far as it can be read; what is broken comes out empty, never as an error.
final class MailParser {

    private static final int SNIPPET = 250;
    private static final Pattern ANGLE_BRACKETS = Pattern.compile("<([^>]+)>");
    private static final Session SESSION = Session.getInstance(new Properties());

    /// @param id as in Mailpit: `1`, `2.1`; `0` for a message without parts
    record Leaf(String id, Part part, String mediaType, String fileName, String contentId) {

        boolean isText(String type) {
            return mediaType.equals(type) && fileName.isEmpty() && contentId.isEmpty();
        }
    }

    private final MimeMessage message;
    private final byte[] content;
    private final List<Leaf> leaves = new ArrayList<>();

    private MailParser(byte[] content) {
        this.content = content;
        try {
            message = new MimeMessage(SESSION, new ByteArrayInputStream(content));
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException("not a message", e));
        }
        collect(message, "");
    }

    static Mailpit.Summary summary(String id, Instant created, byte[] content) {
        var parsed = message(id, created, content);
        var text = parsed.text().isBlank() ? withoutTags(parsed.html()) : parsed.text();
        var snippet = text.replaceAll("\\s+", " ").strip();
        return new Mailpit.Summary(
                id,
                parsed.messageId(),
                false,
                parsed.from(),
                parsed.to(),
                parsed.cc(),
                parsed.bcc(),
                parsed.replyTo(),
                parsed.subject(),
                created,
                "",
                List.of(),
                content.length,
                parsed.attachments().size(),
                snippet.substring(0, Math.min(SNIPPET, snippet.length())));
    }

    static Mailpit.Message message(String id, Instant created, byte[] content) {
        return new MailParser(content).toMessage(id, created);
    }

    static Optional<Leaf> leaf(byte[] content, String partId) {
        return new MailParser(content)
                .leaves.stream().filter(l -> l.id().equals(partId)).findFirst();
    }

    /// Names in the order of the message, as Mailpit's `headers`.
    static Map<String, List<String>> headers(byte[] content) {
        var headers = new LinkedHashMap<String, List<String>>();
        try {
            var all = new MailParser(content).message.getAllHeaders();
            while (all.hasMoreElements()) {
                var header = all.nextElement();
                headers.computeIfAbsent(header.getName(), _ -> new ArrayList<>())
                        .add(header.getValue());
            }
        } catch (MessagingException e) {
            // what could be read is there
        }
        return headers;
    }

    static byte[] bytes(Leaf leaf) {
        try (var in = leaf.part().getInputStream()) {
            return in.readAllBytes();
        } catch (MessagingException | IOException e) {
            return new byte[0];
        }
    }

    private Mailpit.Message toMessage(String id, Instant created) {
        var to = addresses("To");
        var cc = addresses("Cc");
        var named = new ArrayList<>(to);
        named.addAll(cc);
        var blind =
                addresses("Delivered-To").stream()
                        .filter(d -> named.stream().noneMatch(n -> same(n, d)))
                        .toList();
        return new Mailpit.Message(
                id,
                withoutBrackets(header("Message-ID")),
                addresses("From").stream().findFirst().orElse(null),
                to,
                cc,
                blind,
                addresses("Reply-To"),
                withoutBrackets(header("Return-Path")),
                decoded(header("Subject")),
                listUnsubscribe(),
                date().orElse(created),
                List.of(),
                "",
                text("text/plain"),
                text("text/html"),
                content.length,
                attachments(false),
                attachments(true));
    }

    private void collect(Part part, String id) {
        try {
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
                for (var i = 0; i < parts.getCount(); i++) {
                    collect(parts.getBodyPart(i), (id.isEmpty() ? "" : id + ".") + (i + 1));
                }
                return;
            }
        } catch (MessagingException | IOException e) {
            // parts that cannot be told apart are shown as the text they are
            leaves.add(new Leaf(id.isEmpty() ? "0" : id, part, "text/plain", "", ""));
            return;
        }
        leaves.add(
                new Leaf(
                        id.isEmpty() ? "0" : id,
                        part,
                        contentType(part).map(MailParser::mediaType).orElse("text/plain"),
                        fileName(part),
                        contentId(part)));
    }

    private static String contentId(Part part) {
        try {
            return part instanceof MimePart mime && mime.getContentID() != null
                    ? withoutBrackets(mime.getContentID())
                    : "";
        } catch (MessagingException e) {
            return "";
        }
    }

    private String text(String mediaType) {
        return leaves.stream()
                .filter(l -> l.isText(mediaType))
                .findFirst()
                .map(l -> new String(bytes(l), charset(l.part())))
                .orElse("");
    }

    /// Attachments are for keeping; the others belong to the text, such as its pictures.
    private List<Mailpit.Attachment> attachments(boolean forKeeping) {
        return leaves.stream()
                .filter(l -> !l.isText("text/plain") && !l.isText("text/html"))
                .filter(l -> forKeeping == isForKeeping(l))
                .map(MailParser::attachment)
                .toList();
    }

    private static boolean isForKeeping(Leaf leaf) {
        try {
            return Part.ATTACHMENT.equalsIgnoreCase(leaf.part().getDisposition())
                    || (!leaf.fileName().isEmpty() && leaf.contentId().isEmpty());
        } catch (MessagingException e) {
            return true;
        }
    }

    private static Mailpit.Attachment attachment(Leaf leaf) {
        var bytes = bytes(leaf);
        return new Mailpit.Attachment(
                leaf.id(),
                leaf.fileName(),
                leaf.mediaType(),
                leaf.contentId(),
                bytes.length,
                new Mailpit.Checksums(
                        digest("MD5", bytes), digest("SHA-1", bytes), digest("SHA-256", bytes)));
    }

    private Mailpit.ListUnsubscribe listUnsubscribe() {
        var header = header("List-Unsubscribe");
        var links = ANGLE_BRACKETS.matcher(header).results().map(m -> m.group(1)).toList();
        return new Mailpit.ListUnsubscribe(header, links, "", header("List-Unsubscribe-Post"));
    }

    private Optional<Instant> date() {
        try {
            return Optional.ofNullable(message.getSentDate()).map(Date::toInstant);
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    private String header(String name) {
        try {
            var values = message.getHeader(name);
            return values == null ? "" : MimeUtility.unfold(values[0]);
        } catch (MessagingException e) {
            return "";
        }
    }

    private List<Mailpit.Address> addresses(String name) {
        try {
            var values = message.getHeader(name, ",");
            if (values == null) {
                return List.of();
            }
            return Arrays.stream(InternetAddress.parseHeader(values, false))
                    .map(a ->
                            new Mailpit.Address(
                                    a.getPersonal() == null ? "" : a.getPersonal(), a.getAddress()))
                    .toList();
        } catch (AddressException e) {
            return List.of(new Mailpit.Address("", header(name)));
        } catch (MessagingException e) {
            return List.of();
        }
    }

    private static boolean same(Mailpit.Address a, Mailpit.Address b) {
        return a.address().equalsIgnoreCase(b.address());
    }

    private static String fileName(Part part) {
        try {
            var name = part.getFileName();
            return name == null ? "" : decoded(name);
        } catch (MessagingException e) {
            return "";
        }
    }

    private static Charset charset(Part part) {
        var name = contentType(part).map(t -> t.getParameter("charset"));
        try {
            return name.map(MimeUtility::javaCharset)
                    .map(Charset::forName)
                    .orElse(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static Optional<ContentType> contentType(Part part) {
        try {
            @Nullable String value = part.getContentType();
            return value == null ? Optional.empty() : Optional.of(new ContentType(value));
        } catch (MessagingException e) {
            return Optional.empty();
        }
    }

    private static String mediaType(ContentType type) {
        return type.getBaseType().toLowerCase(Locale.ROOT);
    }

    private static String decoded(String text) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(text));
        } catch (UnsupportedEncodingException e) {
            return text;
        }
    }

    private static String withoutBrackets(String text) {
        var found = ANGLE_BRACKETS.matcher(text);
        return found.find() ? found.group(1) : text.strip().equals("<>") ? "" : text.strip();
    }

    private static String withoutTags(String html) {
        return html.replaceAll("(?s)<(style|script)\\b.*?(?:</\\1>|\\z)", " ")
                .replaceAll("<[^<>]*+>", " ");
    }

    private static String digest(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
