package org.tinkuy.markdown;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// What of Markdown is read: CommonMark with tables, strikethrough and links of bare addresses, as
/// on GitHub.
public final class Markdown {

    /// Deeper quotations, lists and emphases stay as they were typed; each level is a call inside a
    /// call.
    private static final int DEEPEST = 40;

    /// Of all tables of a text together: a short row is filled up to the width of its table, so
    /// that a few letters would make a hundred thousand.
    public static final int MOST_CELLS = 1000;

    private static final List<Extension> EXTENSIONS =
            List.of(
                    TablesExtension.builder().maxCells(MOST_CELLS).build(),
                    StrikethroughExtension.builder().requireTwoTildes(true).build());

    private Markdown() {}

    public static Parser.Builder parser() {
        return Parser.builder()
                .extensions(EXTENSIONS)
                .postProcessor(new BareLinks())
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST);
    }

    /// @return empty where it has more than [#MOST_CELLS]
    public static Optional<Node> read(Parser parser, String markdown) {
        try {
            return Optional.of(parser.parse(markdown)).filter(Markdown::hasFewCells);
        } catch (IllegalArgumentException _) {
            // so the parser says that one table has more
            return Optional.empty();
        }
    }

    private static boolean hasFewCells(Node document) {
        var cells = new AtomicInteger();
        document.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(CustomNode node) {
                        if (node instanceof TableCell) {
                            cells.incrementAndGet();
                        }
                        visitChildren(node);
                    }
                });
        return cells.get() <= MOST_CELLS;
    }

    public static HtmlRenderer.Builder html() {
        return HtmlRenderer.builder().extensions(EXTENSIONS);
    }
}
