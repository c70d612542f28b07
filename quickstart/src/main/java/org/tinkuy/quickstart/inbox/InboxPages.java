package org.tinkuy.quickstart.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The inbox as a person sees it. Works without JavaScript; with it, new mail appears by itself.
final class InboxPages {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm:ss", Locale.ENGLISH);

    private static final String CLIP =
            """
            <svg class="clip" viewBox="0 0 24 24" role="img" aria-label="attachment"><path
              d="m20 11-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7l-8.2 8.2a1.6 1.6 0 0 1-2.3-2.3l7.5-7.5"/></svg>\
            """;

    private InboxPages() {}

    static String list(Mailpit.Page page, String query) {
        var rows = page.messages().stream().map(InboxPages::row).collect(Collectors.joining());
        var title = page.unread() == 0 ? "Inbox" : "(" + page.unread() + ") Inbox";
        return page(
                title,
                """
                <header class="bar">
                  <h1><a href="/">Inbox</a></h1>
                  <form role="search"><input type="search" name="query" value="%s"
                    placeholder="Search, or to:ana@example.org" aria-label="Search" accesskey="s"></form>
                </header>
                <main id="mails" data-state="%s">
                  %s
                </main>
                <footer>%s<span class="keys"> · <kbd>j</kbd> <kbd>k</kbd> move · <kbd>Enter</kbd> open ·
                  <kbd>/</kbd> search</span> · <a href="/api/v1/messages">API</a> in Mailpit's shape</footer>
                """
                        .formatted(
                                escape(query),
                                state(page),
                                rows.isEmpty()
                                        ? nothing(query)
                                        : "<ol class=\"mails\">" + rows + "</ol>",
                                count(page)));
    }

    static String message(Mailpit.Message mail) {
        return page(
                mail.subject(),
                """
                <header class="bar">
                  <h1><a href="/" rel="up">← Inbox</a></h1>
                  <nav><a href="/api/v1/message/%1$s/raw">Source</a>
                    <a href="/api/v1/message/%1$s">JSON</a></nav>
                </header>
                <main class="mail">
                  <h2>%2$s</h2>
                  <dl>%3$s</dl>
                  %4$s
                  %5$s
                </main>
                <footer class="keys"><kbd>Esc</kbd> back to the inbox</footer>
                """
                        .formatted(
                                mail.id(),
                                escape(subject(mail.subject())),
                                facts(mail),
                                attachments(mail),
                                bodies(mail)));
    }

    /// Links open in a tab of their own, pictures of the message come from its parts.
    static String htmlView(Mailpit.Message mail) {
        var html = mail.html();
        for (var part : mail.inline()) {
            if (!part.contentId().isEmpty()) {
                html =
                        html.replace(
                                "cid:" + part.contentId(),
                                "/api/v1/message/" + mail.id() + "/part/" + part.partId());
            }
        }
        return "<!doctype html><base target=\"_blank\">" + html;
    }

    private static String row(Mailpit.Summary mail) {
        return """
        <li><a class="row%s" href="/message/%s">
          <span class="who">%s</span>
          <span class="what"><b>%s</b> <span class="snippet">%s</span></span>
          %s
          %s
        </a></li>
        """
                .formatted(
                        mail.read() ? "" : " unread",
                        mail.id(),
                        escape(recipients(mail)),
                        escape(subject(mail.subject())),
                        escape(mail.snippet()),
                        mail.attachments() == 0 ? "" : CLIP,
                        time(mail.created(), shortTime(mail.created())));
    }

    private static String recipients(Mailpit.Summary mail) {
        var named = mail.to().isEmpty() ? mail.bcc() : mail.to();
        return named.stream().map(Mailpit.Address::address).collect(Collectors.joining(", "));
    }

    private static String facts(Mailpit.Message mail) {
        var facts = new StringBuilder();
        fact(facts, "From", mail.from() == null ? List.of() : List.of(mail.from()));
        fact(facts, "To", mail.to());
        fact(facts, "Cc", mail.cc());
        fact(facts, "Bcc", mail.bcc());
        fact(facts, "Reply to", mail.replyTo());
        facts.append("<dt>Sent</dt><dd>")
                .append(time(mail.date(), FULL.format(local(mail.date()))))
                .append("</dd>");
        return facts.toString();
    }

    private static void fact(StringBuilder facts, String name, List<Mailpit.Address> addresses) {
        if (!addresses.isEmpty()) {
            facts.append("<dt>").append(name).append("</dt><dd>");
            facts.append(
                    addresses.stream().map(InboxPages::named).collect(Collectors.joining(", ")));
            facts.append("</dd>");
        }
    }

    private static String named(Mailpit.Address a) {
        return escape(a.name().isEmpty() ? a.address() : a.name() + " <" + a.address() + ">");
    }

    private static String attachments(Mailpit.Message mail) {
        if (mail.attachments().isEmpty()) {
            return "";
        }
        return mail.attachments().stream()
                .map(a ->
                        String.format(
                                Locale.ROOT,
                                """
                                <li><a download="%s" href="/api/v1/message/%s/part/%s">%s %s</a>
                                  <small>%s, %,d bytes</small></li>
                                """,
                                escape(a.fileName()),
                                mail.id(),
                                a.partId(),
                                CLIP,
                                escape(
                                        a.fileName().isEmpty()
                                                ? "part " + a.partId()
                                                : a.fileName()),
                                escape(a.contentType()),
                                a.size()))
                .collect(Collectors.joining("", "<ul class=\"attachments\">", "</ul>"));
    }

    /// Both, where there are both: what a reader without HTML sees is worth looking at.
    private static String bodies(Mailpit.Message mail) {
        var html =
                mail.html().isBlank()
                        ? ""
                        : """
                        <iframe title="The message as HTML" src="/view/%s.html"
                          sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
                        """
                                .formatted(mail.id());
        var text = "<pre>" + linked(escape(mail.text())) + "</pre>";
        if (mail.text().isBlank()) {
            return html;
        }
        return html.isEmpty()
                ? text
                : html + "<details><summary>Text</summary>" + text + "</details>";
    }

    private static String linked(String escaped) {
        return escaped.replaceAll(
                "(https?://[^\\s<>&\"]++(?:&amp;[^\\s<>&\"]++)*+)",
                "<a href=\"$1\" target=\"_blank\" rel=\"noopener noreferrer\">$1</a>");
    }

    private static String nothing(String query) {
        return query.isBlank()
                ? "<p class=\"nothing\">No mail yet. Whatever the system sends appears here.</p>"
                : "<p class=\"nothing\">Nothing found. <a href=\"/\">Show everything</a></p>";
    }

    private static String count(Mailpit.Page page) {
        var shown = page.messages().size();
        return shown < page.messagesCount()
                ? String.format(Locale.ROOT, "the newest %d of %d", shown, page.messagesCount())
                : shown + (shown == 1 ? " message" : " messages");
    }

    /// Changes when the list must be drawn anew.
    private static String state(Mailpit.Page page) {
        var newest = page.messages().isEmpty() ? "" : page.messages().getFirst().id();
        return page.total() + "-" + page.unread() + "-" + newest;
    }

    private static String subject(String subject) {
        return subject.isBlank() ? "(no subject)" : subject;
    }

    private static String shortTime(Instant instant) {
        var local = local(instant);
        return local.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()))
                ? TIME.format(local)
                : DAY.format(local);
    }

    private static ZonedDateTime local(Instant instant) {
        return instant.atZone(ZoneId.systemDefault());
    }

    private static String time(Instant instant, String text) {
        return "<time datetime=\"%s\">%s</time>".formatted(instant, text);
    }

    private static String page(String title, String body) {
        return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <link rel="icon" href="/inbox.svg">
        <link rel="stylesheet" href="/inbox.css">
        <script defer src="/inbox.js"></script>
        <body>
        %s
        </body>
        </html>
        """
                .formatted(escape(title), body);
    }

    private static String escape(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
    }
}
