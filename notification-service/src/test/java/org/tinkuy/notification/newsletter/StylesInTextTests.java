package org.tinkuy.notification.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The styles that a text may have.
class StylesInTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<table align=\"center\" width=\"600\" cellpadding=\"0\" cellspacing=\"0\""
                        + " border=\"0\" bgcolor=\"#fbf6ee\" role=\"presentation\"><tr><td"
                        + " valign=\"top\" width=\"50%\">x</td></tr></table>",
                "<p align=\"center\" style=\"color: #9e1b32; margin: 0 0 16px;\">x</p>",
                "<div style=\"background-color: rgb(158, 27, 50); padding:12px 20px; border-radius:"
                        + " 6px; font-family: 'Segoe UI', sans-serif\">x</div>",
                "<a href=\"https://t.example\" style=\"display:inline-block;text-decoration:none"
                        + " !important\">x</a>",
                "<img src=\"https://t.example/a.png\" width=\"100%\" style=\"max-width: 100%;"
                        + " border: 1px solid #ccc\" alt=\"\">"
            })
    void takesTheStylesOfMails(String markdown) {
        assertThat(CompiledText.of(markdown).faults()).isEmpty();
    }

    @Test
    void keepsTheStylesOfMails() {
        assertThat(CompiledText.of("<p align=\"center\" style=\"color:#9e1b32\">x</p>").html())
                .contains("align=\"center\"", "style=\"color:#9e1b32\"");
    }

    /// What is not refused is there: the library drops what it does not know without a word.
    @ParameterizedTest
    @MethodSource("styles")
    void keepsEveryStyleThatItTakes(String property, String value) {
        var html = CompiledText.of("<p style=\"" + property + ": " + value + "\">x</p>").html();
        assertThat(html).contains("style=\"" + property + ":");
    }

    private static Stream<Arguments> styles() {
        return Stream.concat(
                InlineStyle.WORDS.entrySet().stream()
                        .flatMap(style ->
                                style.getValue().stream()
                                        .map(value -> arguments(style.getKey(), value))),
                InlineStyle.PROPERTIES.stream()
                        .map(property -> arguments(property, valueOf(property))));
    }

    private static String valueOf(String property) {
        return switch (property) {
            case "background", "background-color", "color" -> "#9e1b32";
            case "border-collapse" -> "collapse";
            case "direction" -> "rtl";
            case "font" -> "16px Arial";
            case "font-family" -> "Arial, sans-serif";
            case "font-style" -> "italic";
            case "font-weight" -> "700";
            case "list-style-type" -> "square";
            case "table-layout" -> "fixed";
            case "text-align" -> "center";
            case "text-decoration" -> "none";
            case "text-transform" -> "uppercase";
            case "vertical-align" -> "top";
            case "white-space" -> "nowrap";
            default ->
                    property.endsWith("-color")
                            ? "red"
                            : property.endsWith("-style") ? "solid" : "1px";
        };
    }

    /// The sanitizer writes these in its own way, and loses nothing of them.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "color: Red",
                "color: RGBA(0, 0, 0, .5)",
                "border: 1px solid #CCC",
                "padding: .5em 1.25em",
                "font-family: \"Open Sans\", Helvetica Neue, -apple-system, sans-serif",
                "font: bold 12px/1.5 'Segoe UI'",
                "width: 600px !important",
                "font-size: 14.5PX"
            })
    void takesAStyleInWhateverSpelling(String declaration) {
        var markdown = "<p style='" + declaration.replace("'", "&#39;") + "'>x</p>";
        assertThat(CompiledText.of(markdown).faults()).isEmpty();
        assertThat(CompiledText.of(markdown).html()).contains("style=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "position: absolute",
                "position:fixed",
                "background: url(https://t.example/a.png)",
                "background-image: url('https://t.example/a.png')",
                "background: u\\72l(https://t.example/a.png)",
                "background: url/**/(x)",
                "width: expression(alert(1))",
                "width: calc(100% + 1px)",
                "behavior: url(x)",
                "-moz-binding: url(x)",
                "margin-top: -200px",
                "margin: 0 -5em",
                "display: none",
                "opacity: 0",
                "z-index: 9",
                "transform: rotate(1turn)",
                "color: red} body {display: none",
                "@import 'x'",
                "font-family: x\\3b position:fixed",
                "color: #abcd",
                "color: transparent",
                "color: rebeccapurple",
                "background-color: #12345678",
                "text-align: start",
                "font-weight: 550",
                "width: fit-content",
                "white-space: break-spaces",
                "text-decoration: underline dotted red",
                "font-style: oblique 10deg",
                "font-family: O'Hara",
                "margin-top: - 500px"
            })
    void saysWhichStyleWouldBeTakenOut(String declaration) {
        var compiled = CompiledText.of("<p style=\"color: red; " + declaration + "\">x</p>");
        assertThat(compiled.faults())
                .extracting(TextFault::code, TextFault::piece)
                .contains(tuple("html-not-allowed", declaration));
        assertThat(compiled.html()).doesNotContain("style");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p onclick=\"x()\">x</p>",
                "<p id=\"x\">x</p>",
                "<p class=\"small\">x</p>",
                "<style>p {color: red}</style>",
                "<table width=\"100vw\"><tr><td>x</td></tr></table>",
                "<table bgcolor=\"url(x)\"><tr><td>x</td></tr></table>",
                "<svg><p>x</p></svg>",
                "<link rel=\"stylesheet\" href=\"https://t.example/x.css\">"
            })
    void takesNothingElse(String markdown) {
        assertThat(CompiledText.of(markdown).faults())
                .extracting(TextFault::code)
                .contains("html-not-allowed");
    }
}
