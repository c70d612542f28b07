package org.tinkuy.notification.newsletter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/// Finds HTML inside Markdown that does not close: a browser would repair it in its own way, and
/// every mail program in another.
final class ClosedHtml extends AbstractVisitor {

    /// They have no content (HTML Living Standard, void elements).
    private static final Set<String> VOID = Set.of("br", "hr", "img", "wbr", "col");

    private static final Pattern TAG =
            Pattern.compile(
                    "<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>"
                            + "|</?[a-zA-Z][^<]*",
                    Pattern.DOTALL);

    /// What Markdown takes for words and its author surely did not: `<a href="…` without an end.
    private static final Pattern CUT_OFF = Pattern.compile("<[a-zA-Z]+\\s+[a-zA-Z-]+\\s*=.*");

    private final Deque<String> open = new ArrayDeque<>();
    private final List<TextFault> faults = new ArrayList<>();

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
        var tags = TAG.matcher(html);
        while (tags.find()) {
            if (tags.group().startsWith("<!--")) {
                continue;
            }
            if (tags.group(2) == null) {
                faults.add(TextFault.notClosed(tags.group().strip()));
                continue;
            }
            tag(tags.group(2).toLowerCase(Locale.ROOT), !tags.group(1).isEmpty(), tags.group(3));
        }
    }

    private void tag(String name, boolean closes, String attributes) {
        if (VOID.contains(name)) {
            return;
        }
        if (!closes) {
            if (attributes.endsWith("/")) {
                // To HTML this is an opening tag.
                faults.add(TextFault.notClosed("<" + name + "/>"));
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
