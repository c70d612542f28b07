package org.tinkuy.markdown;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// What of Markdown is read: CommonMark with tables, strikethrough and links of bare addresses, as
/// on GitHub.
public final class Markdown {

    /// Deeper quotations, lists and emphases stay as they were typed; each level is a call inside a
    /// call.
    private static final int DEEPEST = 40;

    private static final List<Extension> EXTENSIONS =
            List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.builder().requireTwoTildes(true).build());

    private Markdown() {}

    public static Parser.Builder parser() {
        return Parser.builder()
                .extensions(EXTENSIONS)
                .postProcessor(new BareLinks())
                .maxOpenBlockParsers(DEEPEST)
                .maxInlineNesting(DEEPEST);
    }

    public static HtmlRenderer.Builder html() {
        return HtmlRenderer.builder().extensions(EXTENSIONS);
    }
}
