package org.tinkuy.notification.newsletter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/// Finds HTML inside Markdown that does not close: a browser would repair it in its own way, and
/// every mail program in another. And what is in no mail, such as comments: nobody who wrote a note
/// for others is to believe that it was read.
final class ClosedHtml extends AbstractVisitor {

    /// They have no content (HTML Living Standard, void elements).
    private static final Set<String> VOID = Set.of("br", "hr", "img", "wbr", "col");

    /// Longer than any address that a link leads to.
    private static final int LONGEST_TAG = 2_000;

    /// So deep that no mail program shows it as it is meant.
    private static final int DEEPEST = 100;

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*+");

    /// Where Markdown looks for HTML: behind the marks of lists and quotations.
    private static final Pattern BEGINS_WITH_TAG =
            Pattern.compile("^[ \\t>*+\\d.)-]*+(</?[a-zA-Z].*+)$", Pattern.MULTILINE);

    /// What Markdown takes for words and its author surely did not: `<a href="…` without an end.
    private static final Pattern CUT_OFF = Pattern.compile("<[a-zA-Z]+\\s+[a-zA-Z-]+\\s*=.*");

    private final Deque<String> open = new ArrayDeque<>();
    private final List<TextFault> faults = new ArrayList<>();

    /// Tags with which reading has no end: Markdown's own parser goes deeper with each attribute of
    /// a line.
    static List<TextFault> tooLong(String markdown) {
        return BEGINS_WITH_TAG
                .matcher(markdown)
                .results()
                .map(found -> found.group(1))
                .map(line -> line.substring(0, end(line, 0)))
                .filter(tag -> tag.length() > LONGEST_TAG)
                .map(TextFault::notClosed)
                .toList();
    }

    static List<TextFault> faults(Node document) {
        var closed = new ClosedHtml();
        document.accept(closed);
        closed.open.forEach(tag -> closed.faults.add(TextFault.notClosed("<" + tag + ">")));
        return closed.faults;
    }

    /// A tag inside a paragraph cannot reach over its end.
    @Override
    public void visit(Paragraph paragraph) {
        within(() -> super.visit(paragraph));
    }

    @Override
    public void visit(Heading heading) {
        within(() -> super.visit(heading));
    }

    /// A table's cell, or words that are struck through.
    @Override
    public void visit(CustomNode node) {
        within(() -> super.visit(node));
    }

    private void within(Runnable visit) {
        var outside = open.size();
        visit.run();
        while (open.size() > outside) {
            faults.add(TextFault.notClosed("<" + open.pop() + ">"));
        }
    }

    @Override
    public void visit(HtmlBlock html) {
        read(html.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        read(html.getLiteral());
    }

    @Override
    public void visit(Text text) {
        var found = CUT_OFF.matcher(text.getLiteral());
        if (found.find()) {
            faults.add(TextFault.notClosed(found.group()));
        }
    }

    private void read(String html) {
        for (var at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
            at =
                    html.startsWith("<!", at) || html.startsWith("<?", at)
                            ? afterUnsent(html, at)
                            : afterTag(html, at);
        }
    }

    /// A comment, a declaration or an instruction.
    private int afterUnsent(String html, int from) {
        var closing = html.startsWith("<!--", from) ? "-->" : ">";
        var closes = html.indexOf(closing, from);
        var end = closes < 0 ? html.length() : closes + closing.length();
        var piece = html.substring(from, end).strip();
        faults.add(closes < 0 ? TextFault.notClosed(piece) : TextFault.notAllowed(piece));
        return end;
    }

    /// What begins no tag is a word.
    private int afterTag(String html, int from) {
        var closes = html.startsWith("</", from);
        var name = NAME.matcher(html).region(from + (closes ? 2 : 1), html.length());
        if (!name.lookingAt()) {
            return from + 1;
        }
        var end = end(html, from);
        if (html.charAt(end - 1) == '>') {
            tag(name.group().toLowerCase(Locale.ROOT), closes, html.substring(name.end(), end - 1));
        } else {
            faults.add(TextFault.notClosed(html.substring(from, end).strip()));
        }
        return end;
    }

    /// Behind the `>` of a tag, or where it is clear that it has none.
    private static int end(String html, int from) {
        var quote = '\0';
        for (var i = from + 1; i < html.length(); i++) {
            var c = html.charAt(i);
            if (quote != '\0') {
                quote = c == quote ? '\0' : quote;
            } else if (c == '>') {
                return i + 1;
            } else if (c == '<') {
                return i;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
        }
        return html.length();
    }

    private void tag(String name, boolean closes, String attributes) {
        if (VOID.contains(name)) {
            return;
        }
        if (!closes) {
            if (attributes.endsWith("/")) {
                // To HTML this is an opening tag.
                faults.add(TextFault.notClosed("<" + name + "/>"));
            } else if (open.size() == DEEPEST) {
                faults.add(TextFault.notAllowed("<" + name + ">"));
            } else {
                open.push(name);
            }
        } else if (name.equals(open.peek())) {
            open.pop();
        } else {
            faults.add(TextFault.closesNothing("</" + name + ">"));
        }
    }
}
