package org.tinkuy.markdown;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/// What an organiser writes of something, for pages and for what shows no markup. Nothing in it is
/// wrong: HTML is shown as it was typed, a picture is a link to it, so that nobody else learns who
/// reads, and a link that leads nowhere from a page is its words.
public final class Description {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");
    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*+):");
    private static final int LOWEST_HEADING = 6;

    /// Without blocks of HTML.
    private static final Parser PARSER =
            Markdown.parser()
                    .enabledBlockTypes(
                            Set.of(
                                    Heading.class,
                                    BlockQuote.class,
                                    ListBlock.class,
                                    FencedCodeBlock.class,
                                    IndentedCodeBlock.class,
                                    ThematicBreak.class))
                    .build();

    private static final HtmlRenderer HTML =
            Markdown.html()
                    .escapeHtml(true)
                    .softbreak("<br>\n")
                    .attributeProviderFactory(_ ->
                            (node, _, attributes) -> {
                                if (node instanceof Link) {
                                    attributes.put("rel", "nofollow noopener noreferrer");
                                }
                            })
                    .build();

    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().lineBreakRendering(LineBreakRendering.COMPACT).build();

    private Description() {}

    /// @param heading the level that its highest heading has on the page, 2 to 6
    /// @return HTML that is safe to show
    public static String html(String markdown, int heading) {
        var document = document(markdown);
        document.accept(new ForAPage(heading - 1));
        return HTML.render(document);
    }

    /// In lines, without marks.
    public static String text(String markdown) {
        var document = document(markdown);
        document.accept(new WordsOnly());
        return TEXT.render(document).strip();
    }

    /// What has too many cells is no markup, but letters.
    private static Node document(String markdown) {
        return Markdown.read(PARSER, markdown).orElseGet(() -> asTyped(markdown));
    }

    private static Node asTyped(String markdown) {
        var paragraph = new Paragraph();
        for (var line : markdown.lines().toList()) {
            if (paragraph.getFirstChild() != null) {
                paragraph.appendChild(new SoftLineBreak());
            }
            paragraph.appendChild(new Text(line));
        }
        var document = new Document();
        document.appendChild(paragraph);
        return document;
    }

    private static boolean leadsSomewhere(String address) {
        var scheme = SCHEME.matcher(address);
        return scheme.lookingAt() && SCHEMES.contains(scheme.group(1).toLowerCase(Locale.ROOT));
    }

    private static final class ForAPage extends AbstractVisitor {

        private final int lower;
        private boolean insideLink;

        ForAPage(int lower) {
            this.lower = lower;
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(LOWEST_HEADING, heading.getLevel() + lower));
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            insideLink = true;
            visitChildren(link);
            insideLink = false;
            if (!leadsSomewhere(link.getDestination())) {
                leaveWords(link);
            }
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            if (!insideLink && leadsSomewhere(image.getDestination())) {
                image.insertBefore(linkTo(image));
            }
            leaveWords(image);
        }

        private static Link linkTo(Image image) {
            var link = new Link(image.getDestination(), null);
            if (image.getFirstChild() == null) {
                link.appendChild(new Text(image.getDestination()));
            }
            moveWords(image, link::appendChild);
            return link;
        }
    }

    private static final class WordsOnly extends AbstractVisitor {

        @Override
        public void visit(Link link) {
            visitChildren(link);
            leaveWords(link);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            leaveWords(image);
        }

        /// `~18:00~ 19:00`: without it both would be said.
        @Override
        public void visit(CustomNode node) {
            visitChildren(node);
            if (node instanceof Strikethrough) {
                node.insertBefore(new Text("~"));
                node.insertAfter(new Text("~"));
                leaveWords(node);
            }
        }

        /// A line of each row.
        @Override
        public void visit(CustomBlock block) {
            visitChildren(block);
            if (block instanceof TableBlock) {
                var lines = new Paragraph();
                block.accept(new RowsAsLines(lines));
                block.insertBefore(lines);
                block.unlink();
            }
        }
    }

    private static final class RowsAsLines extends AbstractVisitor {

        private final Paragraph lines;

        RowsAsLines(Paragraph lines) {
            this.lines = lines;
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableCell) {
                if (node.getPrevious() != null) {
                    lines.appendChild(new Text(" | "));
                }
                moveWords(node, lines::appendChild);
                return;
            }
            if (node instanceof TableRow && lines.getFirstChild() != null) {
                lines.appendChild(new SoftLineBreak());
            }
            visitChildren(node);
        }
    }

    private static void leaveWords(Node node) {
        moveWords(node, node::insertBefore);
        node.unlink();
    }

    private static void moveWords(Node from, Consumer<Node> to) {
        while (from.getFirstChild() != null) {
            to.accept(from.getFirstChild());
        }
    }
}
