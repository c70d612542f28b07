package org.tinkuy.notification.newsletter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// A campaign's Markdown as HTML and as plain text, with marks where variables stand.
///
/// HTML inside the Markdown is let through as far as mail programs show it; what would be taken out
/// is a fault, because an author who sees nothing wrong in the preview believes that nothing was
/// changed.
///
/// @param faults empty if it may be sent
public record CompiledText(String html, String text, List<TextFault> faults) {

    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder()
                    .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
                    .nodeRendererFactory(WithoutTags::new)
                    .build();

    private static final Pattern ABSOLUTE =
            Pattern.compile("(https?://|mailto:).+", Pattern.CASE_INSENSITIVE);

    private static final PolicyFactory ALLOWED =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "p",
                            "div",
                            "span",
                            "br",
                            "hr",
                            "h1",
                            "h2",
                            "h3",
                            "h4",
                            "h5",
                            "h6",
                            "strong",
                            "b",
                            "em",
                            "i",
                            "u",
                            "s",
                            "small",
                            "sub",
                            "sup",
                            "blockquote",
                            "pre",
                            "code",
                            "ul",
                            "ol",
                            "li",
                            "a",
                            "img",
                            "table",
                            "thead",
                            "tbody",
                            "tr",
                            "th",
                            "td")
                    .allowWithoutAttributes("span", "a", "img")
                    .allowUrlProtocols("https", "http", "mailto")
                    .allowAttributes("href", "title")
                    .onElements("a")
                    .allowAttributes("src", "alt", "title", "width", "height")
                    .onElements("img")
                    .allowAttributes("start")
                    .onElements("ol")
                    .allowAttributes("class")
                    .matching(Pattern.compile("language-[\\w-]+"))
                    .onElements("code")
                    .allowAttributes("align", "colspan", "rowspan")
                    .onElements("th", "td")
                    .toFactory();

    public CompiledText {
        faults = List.copyOf(faults);
    }

    /// @param markdown whose variables are all known
    public static CompiledText of(String markdown) {
        var document = MARKDOWN.parse(Variable.marked(markdown));
        var faults = new ArrayList<>(ClosedHtml.faults(document));
        document.accept(new Links(faults));
        var html = ALLOWED.sanitize(HTML.render(document), new TakenOut(), faults);
        return new CompiledText(html, TEXT.render(document), faults);
    }

    private static final class Links extends AbstractVisitor {

        private final List<TextFault> faults;

        Links(List<TextFault> faults) {
            this.faults = faults;
        }

        @Override
        public void visit(Link link) {
            check(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            check(image.getDestination());
            visitChildren(image);
        }

        private void check(String address) {
            if (!ABSOLUTE.matcher(address).matches()) {
                faults.add(TextFault.leadsNowhere(address));
            }
        }
    }

    private static final class TakenOut implements HtmlChangeListener<List<TextFault>> {

        @Override
        public void discardedTag(@Nullable List<TextFault> faults, String element) {
            if (faults != null) {
                faults.add(TextFault.notAllowed("<" + element + ">"));
            }
        }

        /// An address that is not allowed was told before.
        @Override
        public void discardedAttributes(
                @Nullable List<TextFault> faults, String element, String... attributes) {
            if (faults != null) {
                for (var attribute : attributes) {
                    faults.add(TextFault.notAllowed("<" + element + " " + attribute + "=…>"));
                }
            }
        }
    }

    /// Plain text has no tags; what stands between them stays.
    private static final class WithoutTags implements NodeRenderer {

        private static final Pattern TAG = Pattern.compile("<[^<>]*>");

        private final TextContentNodeRendererContext context;

        WithoutTags(TextContentNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(HtmlBlock.class, HtmlInline.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof HtmlBlock block) {
                var words = TAG.matcher(block.getLiteral()).replaceAll(" ").strip();
                if (!words.isEmpty()) {
                    context.getWriter().write(words);
                    context.getWriter().block();
                }
            }
        }
    }
}
