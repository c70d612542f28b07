package org.tinkuy.notification.newsletter;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.owasp.html.Handler;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;
import org.owasp.html.HtmlStreamRenderer;
import org.owasp.html.PolicyFactory;

/// HTML as far as mail programs show it. What would be taken out is a fault, because an author who
/// sees nothing wrong in the preview believes that nothing was changed.
final class MailHtml {

    private static final Pattern ABSOLUTE =
            Pattern.compile("(https?://|mailto:).+", Pattern.CASE_INSENSITIVE);
    private static final Pattern LENGTH = Pattern.compile("\\d{1,4}(\\.\\d{1,3})?(px|%)?");
    private static final Pattern SIDE = Pattern.compile("left|right|center|justify|char");
    private static final Pattern LEVEL = Pattern.compile("top|middle|bottom|baseline");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,30}");

    private static final String[] TABLE = {"table", "thead", "tbody", "tr", "th", "td"};

    private static final PolicyFactory ALLOWED =
            new HtmlPolicyBuilder()
                    .allowElements("p", "div", "span", "br", "hr", "blockquote", "pre", "code")
                    .allowElements("h1", "h2", "h3", "h4", "h5", "h6")
                    .allowElements("strong", "b", "em", "i", "u", "s", "del", "small", "sub", "sup")
                    .allowElements("ul", "ol", "li", "a", "img")
                    .allowElements(TABLE)
                    .allowWithoutAttributes("span", "a", "img")
                    .allowUrlProtocols("https", "http", "mailto")
                    .allowAttributes("href", "title")
                    .onElements("a")
                    .allowAttributes("src", "alt", "title")
                    .onElements("img")
                    .allowAttributes("start")
                    .onElements("ol")
                    .allowAttributes("class")
                    .matching(Pattern.compile("language-[\\w-]+"))
                    .onElements("code")
                    .allowAttributes("colspan", "rowspan")
                    .onElements("th", "td")
                    .allowAttributes("align")
                    .matching(SIDE)
                    .onElements("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "img", "hr")
                    .allowAttributes("align")
                    .matching(SIDE)
                    .onElements(TABLE)
                    .allowAttributes("valign")
                    .matching(LEVEL)
                    .onElements(TABLE)
                    .allowAttributes("bgcolor")
                    .matching(COLOUR)
                    .onElements(TABLE)
                    .allowAttributes("width", "height")
                    .matching(LENGTH)
                    .onElements("img", "table", "tr", "th", "td", "hr")
                    .allowAttributes("border")
                    .matching(LENGTH)
                    .onElements("table", "img")
                    .allowAttributes("cellpadding", "cellspacing")
                    .matching(LENGTH)
                    .onElements("table")
                    .allowAttributes("role")
                    .matching(Pattern.compile("presentation|none"))
                    .onElements("table")
                    .allowAttributes("lang")
                    .matching(Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}"))
                    .globally()
                    .allowAttributes("dir")
                    .matching(Pattern.compile("ltr|rtl|auto"))
                    .globally()
                    .allowStyling(InlineStyle.SCHEMA)
                    .allowAttributes("style")
                    .matching(style -> InlineStyle.refused(style).isEmpty())
                    .globally()
                    .toFactory();

    private MailHtml() {}

    /// @param html that an author wrote, with numbered marks where variables stand
    /// @return with marks without numbers, but in faults
    static CompiledText cleaned(String html) {
        var faults = new ArrayList<TextFault>();
        var cleaned = new StringBuilder();
        var text = new PlainText();
        HtmlSanitizer.sanitize(
                html,
                ALLOWED.apply(
                        new EncodedLinks(
                                List.of(
                                        HtmlStreamRenderer.create(cleaned, Handler.DO_NOTHING),
                                        text)),
                        new TakenOut(),
                        faults),
                sink -> new Read(sink, faults));
        return new CompiledText(cleaned.toString(), text.toString(), faults);
    }

    /// Tells of what is wrong inside an attribute; of the whole attribute the policy tells.
    private record Read(HtmlStreamEventReceiver sink, List<TextFault> faults)
            implements HtmlStreamEventReceiver {

        @Override
        public void openDocument() {
            sink.openDocument();
        }

        @Override
        public void closeDocument() {
            sink.closeDocument();
        }

        @Override
        public void closeTag(String element) {
            sink.closeTag(element);
        }

        @Override
        public void text(String text) {
            EncodedLinks.in(text)
                    .filter(address ->
                            BrokenLinks.hasNoHost(WrittenVariables.withoutNumbers(address)))
                    .map(TextFault::variableBreaks)
                    .forEach(faults::add);
            sink.text(text);
        }

        @Override
        public void openTag(String element, List<String> attributes) {
            for (var i = 0; i + 1 < attributes.size(); i += 2) {
                var value = attributes.get(i + 1);
                switch (attributes.get(i)) {
                    case "href" -> leads(value);
                    case "src" -> shows(value);
                    case "style" ->
                            InlineStyle.refused(value).stream()
                                    .map(TextFault::notAllowed)
                                    .forEach(faults::add);
                    default -> {}
                }
            }
            sink.openTag(element, attributes);
        }

        /// Whoever keeps the picture would be told who opens the mail.
        private void shows(String address) {
            if (Variable.isIn(address)) {
                faults.add(TextFault.notAllowed(address));
            } else {
                leads(address);
            }
        }

        private void leads(String address) {
            if (!ABSOLUTE.matcher(address).matches()) {
                faults.add(TextFault.leadsNowhere(address));
            } else if (BrokenLinks.isOne(WrittenVariables.withoutNumbers(address))) {
                faults.add(TextFault.variableBreaks(address));
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

        /// What is wrong with a style was told before.
        @Override
        public void discardedAttributes(
                @Nullable List<TextFault> faults, String element, String... attributes) {
            if (faults != null) {
                for (var attribute : attributes) {
                    if (!attribute.equals("style")) {
                        faults.add(TextFault.notAllowed("<" + element + " " + attribute + "=…>"));
                    }
                }
            }
        }
    }
}
