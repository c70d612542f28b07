package org.tinkuy.notification.newsletter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.owasp.html.CssSchema;
import org.owasp.html.Encoding;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/// What an author may say of an element's looks. A mail's part may be coloured, spaced and sized;
/// it may not load anything, or lie over what stands around it (the link that ends the
/// subscription).
final class InlineStyle {

    static final Set<String> PROPERTIES =
            Set.of(
                    "background",
                    "background-color",
                    "border",
                    "border-bottom",
                    "border-bottom-color",
                    "border-bottom-left-radius",
                    "border-bottom-right-radius",
                    "border-bottom-style",
                    "border-bottom-width",
                    "border-collapse",
                    "border-color",
                    "border-left",
                    "border-left-color",
                    "border-left-style",
                    "border-left-width",
                    "border-radius",
                    "border-right",
                    "border-right-color",
                    "border-right-style",
                    "border-right-width",
                    "border-spacing",
                    "border-style",
                    "border-top",
                    "border-top-color",
                    "border-top-left-radius",
                    "border-top-right-radius",
                    "border-top-style",
                    "border-top-width",
                    "border-width",
                    "color",
                    "direction",
                    "font",
                    "font-family",
                    "font-size",
                    "font-style",
                    "font-weight",
                    "height",
                    "letter-spacing",
                    "line-height",
                    "list-style-type",
                    "margin",
                    "margin-bottom",
                    "margin-left",
                    "margin-right",
                    "margin-top",
                    "max-width",
                    "min-width",
                    "padding",
                    "padding-bottom",
                    "padding-left",
                    "padding-right",
                    "padding-top",
                    "table-layout",
                    "text-align",
                    "text-decoration",
                    "text-transform",
                    "vertical-align",
                    "white-space",
                    "width");

    static final Map<String, Set<String>> WORDS =
            Map.of("display", Set.of("block", "inline", "inline-block"));

    private static final Pattern COLOUR =
            Pattern.compile("(?:rgb|hsl)a?\\([\\d.,%/ ]{1,40}\\)", Pattern.CASE_INSENSITIVE);

    /// Without parentheses, colons and backslashes there is no `url()`, no `expression()` and no
    /// other way to write them.
    private static final Pattern PLAIN = Pattern.compile("[\\w#%.,'\"!/ -]++");

    private static final Pattern NEGATIVE = Pattern.compile("(?<!\\w)-[\\d.]");

    /// Wider than [#PROPERTIES]; of each property it takes some values only, and drops the others,
    /// or a part of one, without a word.
    static final CssSchema SCHEMA =
            CssSchema.union(CssSchema.DEFAULT, CssSchema.withProperties(List.of("display")));

    private static final PolicyFactory ALONE =
            new HtmlPolicyBuilder().allowElements("p").allowStyling(SCHEMA).toFactory();

    private static final Pattern SPELLING = Pattern.compile("[\\s'\"]++");
    private static final Pattern BARE_FRACTION = Pattern.compile("(?<!\\d)\\.(?=\\d)");

    private InlineStyle() {}

    /// @return the declarations that mails are sent without, as they were written
    static List<String> refused(String style) {
        return Arrays.stream(style.split(";"))
                .map(String::strip)
                .filter(declaration -> !declaration.isEmpty() && !isSafe(declaration))
                .toList();
    }

    private static boolean isSafe(String declaration) {
        var colon = declaration.indexOf(':');
        if (colon < 0) {
            return false;
        }
        var property = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        var value = declaration.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
        var words = WORDS.get(property);
        return words == null
                ? PROPERTIES.contains(property) && isPlain(value) && isKept(property, value)
                : words.contains(value);
    }

    /// Written otherwise, but whole. What is plain has no ampersand and no tag.
    private static boolean isKept(String property, String value) {
        var declaration = property + ":" + value;
        var kept = ALONE.sanitize("<p style=\"" + declaration.replace("\"", "&quot;") + "\">");
        return spelled(Encoding.decodeHtml(kept, false))
                .equals(spelled("<p style=" + declaration + "></p>"));
    }

    private static String spelled(String declaration) {
        return BARE_FRACTION.matcher(SPELLING.matcher(declaration).replaceAll("")).replaceAll("0.");
    }

    private static boolean isPlain(String value) {
        return PLAIN.matcher(COLOUR.matcher(value).replaceAll("#")).matches()
                && !NEGATIVE.matcher(value).find();
    }
}
