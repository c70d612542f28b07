package org.tinkuy.notification.newsletter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlStreamEventReceiver;

/// HTML as people read it without any: lines where it breaks them, addresses after the words that
/// lead there, and of pictures what they say.
final class PlainText implements HtmlStreamEventReceiver {

    private static final int PARAGRAPH = 2;
    private static final int LINE = 1;

    /// `~18:00~ 19:00`: without it both would be said.
    private static final char STRUCK = '~';

    private final StringBuilder out = new StringBuilder();
    private final Deque<Items> lists = new ArrayDeque<>();
    private final Deque<Link> links = new ArrayDeque<>();

    /// Ends of lines that are due before the next word.
    private int breaks;

    private boolean spaceDue;
    private boolean cellDue;
    private boolean atStart = true;
    private String bullet = "";
    private int quotes;
    private int preformatted;

    private static final class Items {

        private final boolean numbered;
        private int number;

        Items(boolean numbered, int first) {
            this.numbered = numbered;
            this.number = first;
        }

        String next() {
            return numbered ? number++ + ". " : "* ";
        }
    }

    private static final class Link {

        private final String address;

        /// Where its words begin; -1 before there are any.
        private int from = -1;

        Link(String address) {
            this.address = address;
        }
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String element, List<String> attributes) {
        switch (element) {
            case "br" -> breaks = Math.min(breaks + 1, PARAGRAPH);
            case "hr" -> {
                block(PARAGRAPH);
                text("***");
                block(PARAGRAPH);
            }
            case "img" -> text(value("alt", attributes));
            case "a" -> links.push(new Link(value("href", attributes)));
            case "s", "del" -> word(STRUCK);
            case "td", "th" -> cellDue = true;
            case "ul", "ol" -> {
                block(lists.isEmpty() ? PARAGRAPH : LINE);
                lists.push(new Items(element.equals("ol"), first(attributes)));
            }
            case "li" -> {
                block(LINE);
                bullet = lists.isEmpty() ? "" : lists.element().next();
            }
            case "blockquote" -> {
                block(PARAGRAPH);
                quotes++;
            }
            case "pre" -> {
                block(PARAGRAPH);
                preformatted++;
            }
            default -> block(breaksOf(element));
        }
    }

    @Override
    public void closeTag(String element) {
        switch (element) {
            case "a" -> close(links.poll());
            case "s", "del" -> out.append(STRUCK);
            case "td", "th" -> cellDue = false;
            case "ul", "ol" -> {
                lists.poll();
                block(lists.isEmpty() ? PARAGRAPH : LINE);
            }
            case "li" -> {
                bullet = "";
                block(LINE);
            }
            case "blockquote" -> {
                quotes--;
                block(PARAGRAPH);
            }
            case "pre" -> {
                preformatted--;
                block(PARAGRAPH);
            }
            default -> block(breaksOf(element));
        }
    }

    private static int breaksOf(String element) {
        return switch (element) {
            case "p", "h1", "h2", "h3", "h4", "h5", "h6", "table" -> PARAGRAPH;
            case "div", "tr", "thead", "tbody" -> LINE;
            default -> 0;
        };
    }

    private void block(int lines) {
        breaks = Math.max(breaks, lines);
    }

    @Override
    public void text(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (preformatted > 0 && c == '\n') {
                breaks++;
            } else if (preformatted > 0) {
                word(c);
            } else if (Character.isWhitespace(c) || c == '\u00a0') {
                spaceDue = true;
            } else {
                word(c);
            }
        }
    }

    private void word(char c) {
        if (atStart || breaks > 0) {
            startLine();
        } else if (cellDue) {
            out.append(" | ");
        } else if (spaceDue) {
            out.append(' ');
        }
        spaceDue = false;
        cellDue = false;
        var link = links.peek();
        if (link != null && link.from < 0) {
            link.from = out.length();
        }
        out.append(c);
    }

    private void startLine() {
        if (!atStart) {
            out.append("\n".repeat(breaks));
        }
        atStart = false;
        breaks = 0;
        out.append("> ".repeat(quotes));
        out.append("  ".repeat(bullet.isEmpty() ? lists.size() : lists.size() - 1));
        out.append(bullet);
        bullet = "";
    }

    /// Words that are the address already say it once.
    private void close(@Nullable Link link) {
        if (link == null || link.address.isEmpty()) {
            return;
        }
        var words = link.from < 0 ? "" : out.substring(link.from);
        if (words.isEmpty()) {
            text(link.address);
        } else if (!says(words, link.address) && !says("mailto:" + words, link.address)) {
            text(" (" + link.address + ")");
        }
    }

    private static int first(List<String> attributes) {
        var start = value("start", attributes);
        try {
            return start.isEmpty() ? 1 : Integer.parseInt(start);
        } catch (NumberFormatException _) {
            return 1;
        }
    }

    private static String value(String name, List<String> attributes) {
        for (var i = 0; i + 1 < attributes.size(); i += 2) {
            if (attributes.get(i).equals(name)) {
                return attributes.get(i + 1);
            }
        }
        return "";
    }

    @Override
    public String toString() {
        return out.toString();
    }

    /// The sanitizer encodes brackets in addresses.
    private static boolean says(String words, String address) {
        return address.equals(words)
                || address.replace("%28", "(").replace("%29", ")").equals(words);
    }
}
