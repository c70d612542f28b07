package org.tinkuy.notification.newsletter;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.tinkuy.markdown.Markdown;

/// A campaign's Markdown as HTML and as plain text, with marks where variables stand.
///
/// The text is what the HTML says: whatever of it is Markdown and whatever is HTML, both read the
/// same.
///
/// @param faults empty if it may be sent
public record CompiledText(String html, String text, List<TextFault> faults) {

    private static final Parser MARKDOWN = Markdown.parser().build();
    private static final HtmlRenderer HTML = Markdown.html().build();

    /// Only in tags does a quotation mark stand as itself.
    private static final Pattern OWN_COLOURS =
            Pattern.compile(" (?:bgcolor=\"|style=\"[^\"]*(?:color|background))");

    public CompiledText {
        faults = List.copyOf(faults);
    }

    /// Whoever chose colours chose them for a light sheet.
    public boolean hasOwnColours() {
        return OWN_COLOURS.matcher(html).find();
    }

    /// @param markdown as its author wrote it
    public static CompiledText of(String markdown) {
        var tooLong = ClosedHtml.tooLong(markdown);
        if (!tooLong.isEmpty()) {
            return new CompiledText("", "", tooLong);
        }
        var variables = new WrittenVariables();
        return Markdown.read(MARKDOWN, variables.marked(markdown))
                .map(document -> of(document, variables))
                .orElseGet(() -> new CompiledText("", "", List.of(TextFault.tooManyCells())));
    }

    private static CompiledText of(Node document, WrittenVariables variables) {
        var cleaned = MailHtml.cleaned(HTML.render(document));
        return new CompiledText(
                cleaned.html(),
                cleaned.text(),
                Stream.of(ClosedHtml.faults(document), cleaned.faults())
                        .flatMap(List::stream)
                        .map(fault -> fault.asIn(variables))
                        .distinct()
                        .toList());
    }
}
