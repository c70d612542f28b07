package org.tinkuy.markdown;

import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/// Makes a link of an address that stands in the text as it is, as on GitHub (GFM §6.9): only of
/// those that lead somewhere from a mail and a page, and of none that is inside a link already.
final class BareLinks implements PostProcessor {

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "\\bhttps?://[\\p{L}\\p{N}][^\\s<>\"]*+",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    /// It ends the sentence, not the address.
    private static final String PUNCTUATION = "?!.,:;*_~'’”»…";

    private static final Pattern LINK_TAG =
            Pattern.compile("<(/?)a(?=[\\s/>])", Pattern.CASE_INSENSITIVE);

    @Override
    public Node process(Node document) {
        document.accept(new Linking());
        return document;
    }

    private static final class Linking extends AbstractVisitor {

        private boolean insideLink;

        @Override
        public void visit(Link link) {
            // what it says is its own
        }

        @Override
        public void visit(HtmlInline html) {
            read(html.getLiteral());
        }

        @Override
        public void visit(HtmlBlock html) {
            read(html.getLiteral());
        }

        private void read(String html) {
            var tag = LINK_TAG.matcher(html);
            while (tag.find()) {
                insideLink = tag.group(1).isEmpty();
            }
        }

        @Override
        public void visit(Text text) {
            if (insideLink) {
                return;
            }
            var words = text.getLiteral();
            var address = ADDRESS.matcher(words);
            var done = 0;
            Node last = text;
            while (address.find()) {
                var end = address.start() + lengthWithoutPunctuation(address.group());
                last = after(last, new Text(words.substring(done, address.start())));
                last = after(last, link(words.substring(address.start(), end)));
                done = end;
            }
            if (done > 0) {
                after(last, new Text(words.substring(done)));
                text.unlink();
            }
        }

        private static Node after(Node last, Node next) {
            last.insertAfter(next);
            return next;
        }

        private static Link link(String address) {
            var link = new Link(address, null);
            link.appendChild(new Text(address));
            return link;
        }

        /// A bracket that was opened inside the address belongs to it.
        private static int lengthWithoutPunctuation(String address) {
            var unopened =
                    address.chars().filter(c -> c == ')').count()
                            - address.chars().filter(c -> c == '(').count();
            var end = address.length();
            while (true) {
                var last = address.charAt(end - 1);
                if (last == ')' && unopened > 0) {
                    unopened--;
                } else if (PUNCTUATION.indexOf(last) < 0) {
                    return end;
                }
                end--;
            }
        }
    }
}
