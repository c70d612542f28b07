package org.tinkuy.notification.delivery.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tinkuy.notification.delivery.CalendarFile;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.Mail;
import org.tinkuy.notification.delivery.MailText;
import org.tinkuy.notification.delivery.MailingList;
import org.tinkuy.notification.people.OneLine;
import org.tinkuy.smtp.HeaderText;
import org.tinkuy.smtp.Mailbox;
import org.tinkuy.smtp.QuotedPrintable;
import org.tinkuy.smtp.WireBuffer;

/// A text in the form in which it leaves (RFC 5322, RFC 2045), except for its slots.
///
/// Everything that all recipients share is encoded once. A slot's value stands on lines of its own
/// between soft line breaks, so no neighbour has to be encoded again.
final class CompiledMail {

    /// `=_` cannot occur in quoted-printable text, so no part can contain these.
    private static final String MIXED = "=_mixed";

    private static final String ALTERNATIVE = "=_alternative";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss xx", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final MailText text;
    private final MailFrom.Sender from;
    private final List<String> sharedFields;
    private final List<Piece> body;

    private sealed interface Piece {

        record Fixed(WireBuffer bytes) implements Piece {}

        record Slot(String name, boolean html) implements Piece {}
    }

    private CompiledMail(
            MailText text, MailFrom.Sender from, List<String> sharedFields, List<Piece> body) {
        this.text = text;
        this.from = from;
        this.sharedFields = List.copyOf(sharedFields);
        this.body = List.copyOf(body);
    }

    static CompiledMail of(MailText text, MailFrom.Sender from) {
        return new CompiledMail(text, from, sharedFields(text, from), new Compiler(text).body());
    }

    MailFrom.Sender from() {
        return from;
    }

    private static List<String> sharedFields(MailText text, MailFrom.Sender from) {
        var fields = new ArrayList<String>();
        fields.add("From: " + address(from.name(), from.mailbox()));
        text.replyTo().ifPresent(to -> fields.add("Reply-To: " + mailbox(to)));
        fields.add("Content-Language: " + text.language().tag());
        fields.add("MIME-Version: 1.0");
        fields.add(
                text.calendar().isPresent()
                        ? "Content-Type: multipart/mixed; boundary=\"" + MIXED + "\""
                        : "Content-Type: multipart/alternative; boundary=\"" + ALTERNATIVE + "\"");
        text.list()
                .ifPresentOrElse(
                        list -> addTo(fields, list),
                        () -> fields.add("Auto-Submitted: auto-generated"));
        return fields;
    }

    private static void addTo(List<String> fields, MailingList list) {
        fields.add(
                "List-Id: " + HeaderText.phrase(OneLine.of(list.name())) + " <" + list.id() + ">");
        fields.add("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        fields.add("Feedback-ID: " + list.feedback() + ":" + list.id() + ":newsletter:tinkuy");
    }

    /// In the form that leaves: a domain of another script in its ASCII letters.
    private static Mailbox mailbox(String address) {
        try {
            return Mailbox.of(address);
        } catch (Mailbox.Unusable e) {
            throw new IllegalArgumentException("no address that answers could go to", e);
        }
    }

    private static String address(String name, Mailbox mailbox) {
        return name.isBlank() ? mailbox.toString() : HeaderText.phrase(name) + " <" + mailbox + ">";
    }

    /// The header, one field each.
    List<String> fields(DeliveryId delivery, Mail mail, Mailbox to, Instant now) {
        var name = mail.to().name();
        var fields = new ArrayList<String>(sharedFields.size() + 5);
        fields.add("Date: " + DATE.format(now));
        fields.add("Message-ID: <" + delivery.value() + "@" + from.mailbox().domain() + ">");
        fields.add("To: " + address(name == null ? "" : OneLine.of(name), to));
        fields.add("Subject: " + HeaderText.unstructured(OneLine.of(filled(text.subject(), mail))));
        text.list().ifPresent(list -> fields.add(unsubscribe(list, mail)));
        fields.addAll(sharedFields);
        return fields;
    }

    private String unsubscribe(MailingList list, Mail mail) {
        var link = "List-Unsubscribe: <" + inLink(filled(list.unsubscribe(), mail)) + ">";
        return list.unsubscribeMailbox()
                .map(mailbox -> link + ",\r\n <mailto:" + inLink(filled(mailbox, mail)) + ">")
                .orElse(link);
    }

    private static String inLink(String link) {
        if (!link.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '<' && c != '>')) {
            throw new IllegalArgumentException("no link for a header: " + link);
        }
        return link;
    }

    private String filled(String template, Mail mail) {
        var filled = template;
        for (var slot : text.slots()) {
            filled = filled.replace("{" + slot + "}", mail.slot(slot));
        }
        return filled;
    }

    void body(Mail mail, WireBuffer out) {
        for (var piece : body) {
            switch (piece) {
                case Piece.Fixed(var bytes) -> out.add(bytes, 0, bytes.length());
                case Piece.Slot(var name, var html) -> {
                    var value = OneLine.of(mail.slot(name));
                    if (!QuotedPrintable.encode(html ? escaped(value) : value, out)) {
                        QuotedPrintable.softBreak(out);
                    }
                }
            }
        }
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static final class Compiler {

        private final MailText text;
        private final List<Piece> pieces = new ArrayList<>();
        private final WireBuffer fixed = new WireBuffer();

        Compiler(MailText text) {
            this.text = text;
        }

        List<Piece> body() {
            text.calendar()
                    .ifPresent(_ -> {
                        begin(MIXED);
                        fixed.add(
                                "Content-Type: multipart/alternative; boundary=\""
                                        + ALTERNATIVE
                                        + "\"");
                        fixed.add("\r\n\r\n");
                    });
            part(ALTERNATIVE, "text/plain; charset=UTF-8", text.plain(), false);
            part(ALTERNATIVE, "text/html; charset=UTF-8", text.html(), true);
            end(ALTERNATIVE);
            text.calendar().ifPresent(this::attach);
            pieces.add(new Piece.Fixed(fixed.copy()));
            return pieces;
        }

        private void begin(String boundary) {
            fixed.add("--" + boundary + "\r\n");
        }

        private void end(String boundary) {
            fixed.add("--" + boundary + "--\r\n");
        }

        private void part(String boundary, String type, String content, boolean html) {
            begin(boundary);
            fixed.add("Content-Type: " + type + "\r\n");
            fixed.add("Content-Transfer-Encoding: quoted-printable\r\n\r\n");
            encode(content, html);
            fixed.add("\r\n");
        }

        private void attach(CalendarFile calendar) {
            begin(MIXED);
            fixed.add(
                    "Content-Type: text/calendar; charset=UTF-8; method="
                            + calendar.method()
                            + ";\r\n name=tinkuy.ics\r\n");
            fixed.add("Content-Disposition: attachment; filename=tinkuy.ics\r\n");
            fixed.add("Content-Transfer-Encoding: quoted-printable\r\n\r\n");
            QuotedPrintable.encode(calendar.text(), fixed);
            fixed.add("\r\n");
            end(MIXED);
        }

        private void encode(String content, boolean html) {
            if (text.slots().isEmpty()) {
                QuotedPrintable.encode(content, fixed);
                return;
            }
            var slot = slots().matcher(content);
            var from = 0;
            while (slot.find()) {
                if (!QuotedPrintable.encode(content.substring(from, slot.start()), fixed)) {
                    QuotedPrintable.softBreak(fixed);
                }
                pieces.add(new Piece.Fixed(fixed.copy()));
                fixed.clear();
                pieces.add(new Piece.Slot(slot.group(1), html));
                from = slot.end();
            }
            QuotedPrintable.encode(content.substring(from), fixed);
        }

        private Pattern slots() {
            return Pattern.compile(
                    text.slots().stream()
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|", "\\{(", ")\\}")));
        }
    }
}
