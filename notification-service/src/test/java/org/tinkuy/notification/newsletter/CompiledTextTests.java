package org.tinkuy.notification.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledTextTests {

    @ParameterizedTest
    @ValueSource(ints = {50, 1200})
    void refusesTablesWithVeryManyCells(int side) {
        var table = "|a".repeat(side) + "\n" + "|-".repeat(side) + "\n" + "a\n".repeat(side);

        assertThat(CompiledText.of(table).faults())
                .extracting(TextFault::code)
                .containsExactly("too-long");
    }

    @Test
    void writesMarkdownAsHtmlAndAsPlainText() {
        var compiled =
                CompiledText.of(
                        """
                        # Apurímac

                        Two plenaries, *this* week:

                        * Wednesday
                        * Thursday

                        [The programme](https://tinkuy.example.org/p?a=1&b=2)
                        """);

        assertThat(compiled.faults()).isEmpty();
        assertThat(compiled.html())
                .contains("<h1>Apurímac</h1>", "<em>this</em>", "<li>Wednesday</li>")
                .contains("href=\"https://tinkuy.example.org/p?a&#61;1&amp;b&#61;2\"");
        assertThat(compiled.text())
                .contains("Apurímac", "* Wednesday", "https://tinkuy.example.org/p?a=1&b=2")
                .doesNotContain("<", "#");
    }

    @Test
    void keepsMarksWhereVariablesStand() {
        var compiled =
                CompiledText.of("Hello {{name}}, [stop]({{unsubscribe}}) or `{{ programme }}`");

        assertThat(compiled.faults()).isEmpty();
        assertThat(compiled.html())
                .contains(Variable.NAME.mark(), Variable.PROGRAMME.mark())
                .contains("href=\"" + Variable.UNSUBSCRIBE.mark() + "\"");
        assertThat(compiled.text()).contains(Variable.NAME.mark(), Variable.UNSUBSCRIBE.mark());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A <b>bold</b> word<br>and <img src=\"https://example.org/a.png\" alt=\"a\"> more",
                "<div>\n\nMarkdown inside\n\n</div>",
                "<table><tr><td align=\"center\">1</td></tr></table>",
                "1 < 2, a <b is no tag, {single} braces",
                "<https://example.org/>",
                "```java\nvar x = \"<b>\";\n```"
            })
    void takesWhatMailProgramsShow(String markdown) {
        assertThat(CompiledText.of(markdown).faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A <b>bold word | <b>",
                "A <b>bold\\n\\nword</b> | <b>",
                "<div>\\n\\nnever closed | <div>",
                "closed</i> twice | </i>",
                "<b><i>crossed</b></i> | </b>",
                "<div/> | <div/>",
                "~~a <b>b~~ c</b> | <b>",
                "see <a href=\"https://example.org | <a href=",
                "<div class=\\n\\nwords | <div class=",
                "<!-- a note without an end\\n\\nand all the rest | <!-- a note"
            })
    void findsHtmlThatDoesNotClose(String markdown, String piece) {
        assertThat(CompiledText.of(markdown.replace("\\n", "\n")).faults())
                .anySatisfy(fault -> {
                    assertThat(fault.code()).isEqualTo("html-not-closed");
                    assertThat(fault.piece()).startsWith(piece);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>alert(1)</script> | <script>",
                "<p style=\"color:red;position:fixed\">x</p> | position:fixed",
                "<iframe src=\"https://example.org\"></iframe> | <iframe>",
                "<img src=\"https://example.org/a.png\" onerror=\"x()\"> | <img onerror=…>",
                "<a href=\"javascript:x()\">x</a> | <a href=…>",
                "<form action=\"https://example.org\"><button>x</button></form> | <form>",
                "Read <!-- a note --> on | <!-- a note -->",
                "<!-- a note -->\\n\\nRead on | <!-- a note -->",
                "<!DOCTYPE html> | <!DOCTYPE html>",
                "<?php echo 1 ?> | <?php echo 1 ?>"
            })
    void saysWhatWouldBeTakenOut(String markdown, String piece) {
        assertThat(CompiledText.of(markdown.replace("\\n", "\n")).faults())
                .anySatisfy(fault -> {
                    assertThat(fault.code()).isEqualTo("html-not-allowed");
                    assertThat(fault.piece()).isEqualTo(piece);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a <a href=\"https://t.example/p?a=1&amp;b=2\">page</a>. | a page"
                        + " (https://t.example/p?a=1&b=2).",
                "<https://t.example/p> | https://t.example/p",
                "see (https://t.example/a_(b)). | see (https://t.example/a_(b)).",
                "<ana@example.org> | ana@example.org",
                "<a href=\"https://t.example/p\"><img src=\"https://t.example/i.png\"></a> |"
                        + " https://t.example/p",
                "![Un mapa](https://t.example/i.png) | Un mapa",
                "<img src=\"https://t.example/i.png\" alt=\"Un mapa\"> | Un mapa",
                "one<br>two<br/>three | one\\ntwo\\nthree",
                "one  \\ntwo | one\\ntwo",
                "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table> | a | b\\nc",
                "caf&eacute; &amp; m&aacute;s&nbsp;&lt;3 | café & más <3",
                "~~18:00~~ 19:00 | ~18:00~ 19:00",
                "~5 or (~6~) | ~5 or (~6~)",
                "<UL><LI>a</LI><LI><A HREF=\"https://t.example\">b</A></LI></UL> | * a\\n* b"
                        + " (https://t.example)",
                "[x][1]\\n\\n[1]: https://t.example/p | x (https://t.example/p)",
                "# A\\n\\nb\\n\\n---\\n\\nc | A\\n\\nb\\n\\n***\\n\\nc",
                "<a href=\"mailto:ana@example.org?subject=a%20b\">ana</a> | ana"
                        + " (mailto:ana@example.org?subject=a%20b)",
                "- a\\n  - b\\n- <https://t.example/c> | * a\\n  * b\\n* https://t.example/c",
                "3. a\\n4. b | 3. a\\n4. b",
                "> quoted\\n> too | > quoted too",
                "```\\na  b\\n\\nc\\n``` | a  b\\n\\nc",
                "<div>a</div><div>b</div> | a\\nb"
            })
    void saysInPlainTextWhatTheHtmlSays(String both) {
        var parts = both.split(" [|] ", 2);
        var markdown = parts[0].replace("\\n", "\n");
        var compiled = CompiledText.of(markdown);
        assertThat(compiled.faults()).isEmpty();
        assertThat(compiled.text()).isEqualTo(parts[1].replace("\\n", "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://t.example/p",
                "See https://t.example/p.",
                "(see https://t.example/p), then",
                "«https://t.example/p»: *https://t.example/p*",
                "| a |\n|---|\n| https://t.example/p |",
                "<b>https://t.example/p</b> and <a href=\"https://t.example/p\">there</a>"
            })
    void makesALinkOfABareAddress(String markdown) {
        var compiled = CompiledText.of(markdown.replace("\\n", "\n"));
        assertThat(compiled.faults()).isEmpty();
        assertThat(compiled.html())
                .contains("<a href=\"https://t.example/p\">https://t.example/p</a>");
    }

    @ParameterizedTest
    @CsvSource({
        "https://t.example/a_(b), https://t.example/a_%28b%29",
        "http://t.example/a_b_c?x=1!, http://t.example/a_b_c?x&#61;1",
        "https://t.example/ñandú, https://t.example/ñandú"
    })
    void takesAllOfABareAddressAndNoPunctuation(String markdown, String address) {
        assertThat(CompiledText.of(markdown).html()).contains("<a href=\"" + address + "\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"https://t.example/p\">https://t.example/p</a>",
                "<a href=\"https://t.example/p\">*to https://t.example/p*</a>",
                "[https://t.example/p](https://t.example/p)",
                "<https://t.example/p>"
            })
    void makesNoLinkInsideALink(String markdown) {
        assertThat(CompiledText.of(markdown).html()).containsOnlyOnce("<a href");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"`https://t.example/p`", "ftp://t.example/p", "https://", "www.t.example"})
    void leavesOtherTextAsItIs(String markdown) {
        var compiled = CompiledText.of(markdown);
        assertThat(compiled.faults()).isEmpty();
        assertThat(compiled.html()).doesNotContain("<a");
    }

    @Test
    void writesTablesAndStrikethroughAsGithubDoes() {
        var compiled =
                CompiledText.of(
                        """
                        | Día | Hora |
                        |-----|-----:|
                        | 25 de noviembre | ~~18:00~~ 19:00 |
                        """);
        assertThat(compiled.faults()).isEmpty();
        assertThat(compiled.html())
                .contains("<th>Día</th>", "<td align=\"right\"><del>18:00</del> 19:00</td>");
        assertThat(compiled.text()).isEqualTo("Día | Hora\n25 de noviembre | ~18:00~ 19:00");
    }

    /// Whoever is `ana+news@example.org` is not `ana news@example.org`.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](https://t.example/?m={{address}})",
                "<a href=\"https://t.example/?m={{ address }}\">x</a>",
                "<https://t.example/?m={{address}}>",
                "https://t.example/?m={{address}}",
                "`https://t.example/?m={{address}}`"
            })
    void marksVariablesInsideAddressesForEncoding(String markdown) {
        var compiled = CompiledText.of(markdown);
        assertThat(compiled.faults()).isEmpty();
        for (var part : List.of(compiled.html(), compiled.text())) {
            assertThat(part)
                    .contains(Variable.ADDRESS.markInLink())
                    .doesNotContain(Variable.ADDRESS.mark());
        }
    }

    @Test
    void leavesALinkThatIsAVariableAsItIs() {
        var compiled =
                CompiledText.of(
                        "[x]({{unsubscribe}}) [y](https://t.example/?back={{unsubscribe}})");
        assertThat(compiled.text())
                .isEqualTo(
                        "x (%s) y (https://t.example/?back=%s)"
                                .formatted(
                                        Variable.UNSUBSCRIBE.mark(),
                                        Variable.UNSUBSCRIBE.markInLink()));
    }

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

    /// Whoever keeps the picture would be told who opens the mail.
    @Test
    void takesNoVariableInAPicturesAddress() {
        var compiled = CompiledText.of("![x](https://t.example/{{address}}.gif)");
        assertThat(compiled.faults())
                .extracting(TextFault::code, TextFault::piece)
                .containsExactly(tuple("html-not-allowed", "https://t.example/{{address}}.gif"));
        assertThat(CompiledText.of("![x](https://t.example/a.gif)").faults()).isEmpty();
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

    /// Each of these was a call inside a call once.
    @ParameterizedTest
    @MethodSource("longTexts")
    void readsWhateverIsLongOrDeep(String markdown) throws InterruptedException {
        var failure = new AtomicReference<Throwable>();
        var reader = new Thread(null, () -> CompiledText.of(markdown), "small stack", 512 * 1024);
        reader.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));
        reader.start();
        reader.join();
        assertThat(failure.get()).isNull();
    }

    private static Stream<String> longTexts() {
        return Stream.of(
                "<a " + "x ".repeat(50_000) + ">",
                "<p " + "a=\"b\" ".repeat(15_000) + ">x</p>",
                "<p\n" + "a=\"b\"\n".repeat(15_000) + ">x</p>",
                "- > 1. <p " + "a=\"b\" ".repeat(15_000) + ">x</p>",
                "words <b " + "x=\"y\" ".repeat(15_000) + ">x</b>",
                "<p title=\"" + "x".repeat(100_000) + "\">x</p>",
                "<p style=\"" + "color:red;".repeat(10_000) + "\">x</p>",
                "<p " + "x".repeat(100_000),
                "<".repeat(50_000),
                "<b>".repeat(30_000) + "x",
                "<div>".repeat(20_000) + "x" + "</div>".repeat(20_000),
                ">".repeat(100_000) + " x",
                "- ".repeat(50_000) + "x",
                "*a **b ".repeat(15_000) + "x** y*".repeat(15_000),
                "![".repeat(30_000) + "x" + "](https://t.example)".repeat(30_000),
                "~~".repeat(50_000),
                "|"
                        + "a|".repeat(20_000)
                        + "\n|"
                        + "-|".repeat(20_000)
                        + "\n|"
                        + "b|".repeat(20_000),
                "{{".repeat(50_000),
                "{{" + "a".repeat(100_000) + "}}",
                "<!--" + "-".repeat(100_000),
                "&".repeat(100_000),
                "https://t.example/" + "x".repeat(100_000),
                "https://t.example/" + ".)".repeat(50_000),
                "https://t.example ".repeat(6_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](/programmes)",
                "[x](javascript:alert(1))",
                "![x](data:image/png;base64,AA)"
            })
    void refusesLinksThatLeadNowhereFromAMail(String markdown) {
        assertThat(CompiledText.of(markdown).faults())
                .extracting(TextFault::code)
                .contains("invalid-link");
    }

    /// Not `{{unsubscribe}}` for whatever the mark of it stood in for, nor a word of another
    /// language.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[x](ftp://h/{{bad2}}) | ftp://h/{{bad2}}",
                "[x](ftp://h/{{ nombre }}/{{apellido}}) | ftp://h/{{ nombre }}/{{apellido}}",
                "<!-- see {{nam}} --> | <!-- see {{nam}} -->",
                "<!-- see {{nam}} and {{baja}} --> | <!-- see {{nam}} and {{baja}} -->",
                "![x](https://t.example/{{dirección}}.gif) | https://t.example/{{dirección}}.gif",
                "<b {{nombre}}>x</b> | <b {{nombre}}=…>",
                "<{{nombre}}> | <{{nombre}}>",
                "<p style=\"width: {{nam}}\">x</p> | width: {{nam}}"
            })
    void quotesWhatItsAuthorWrote(String markdown, String piece) {
        assertThat(CompiledText.of(markdown).faults())
                .extracting(TextFault::piece)
                .contains(piece)
                .noneMatch(other -> other.matches("(?is).*(tinkuy-?mark|unsubscribe).*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://{{address}}/x",
                "https://{{address}}",
                "HTTPS://www.{{programa}}.example",
                "https://t.example:{{name}}/",
                "https://{{name}}@t.example/",
                "https://{{unsubscribe}}",
                "{{unsubscribe}}/es",
                "{{baja}}-x",
                "mailto:{{name}}",
                "mailto:{{programme}}@t.example?subject=x",
                "mailto:ana@t.example,{{name}}"
            })
    void refusesALinkThatAVariableBreaks(String address) {
        for (var written :
                List.of(
                        "[x](" + address + ")",
                        "<a href=\"" + address + "\">x</a>",
                        "[x][1]\n\n[1]: " + address)) {
            assertThat(CompiledText.of(written).faults())
                    .as(written)
                    .extracting(TextFault::code, TextFault::piece)
                    .containsExactly(tuple("variable-in-link", address));
        }
    }

    /// Mail programs make links of them.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "see https://{{address}}/x",
                "see `https://{{address}}/x`",
                "<p>see https://{{address}}/x</p>",
                "<div>https://{{address}}/x</div>"
            })
    void refusesAnAddressInWordsThatAVariableBreaks(String markdown) {
        assertThat(CompiledText.of(markdown).faults())
                .extracting(TextFault::code, TextFault::piece)
                .containsExactly(tuple("variable-in-link", "https://{{address}}/x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](https://t.example/{{name}})",
                "[x](https://t.example?m={{address}}#{{name}})",
                "[x](https://t.example/?to=https://{{address}})",
                "[x](mailto:{{address}})",
                "[x](mailto:ana@t.example?subject={{newsletter}})",
                "[x]({{unsubscribe}}?lang=qu#end)",
                "[x]({{baja}})",
                "({{unsubscribe}}), {{unsubscribe}}.",
                "<p>{{unsubscribe}}.</p>",
                "{{name}} https://t.example/"
            })
    void takesALinkThatIsWholeWithAnyValue(String markdown) {
        var compiled = CompiledText.of(markdown);
        assertThat(compiled.faults()).isEmpty();
        assertThat(compiled.html() + compiled.text()).doesNotContainPattern("zn\\d|ben\\d");
    }

    @Test
    void saysAnAddressOnceHoweverItsVariablesAreSpelled() {
        assertThat(CompiledText.of("<a href=\"{{baja}}\">{{unsubscribe}}</a>").text())
                .isEqualTo(Variable.UNSUBSCRIBE.mark());
        assertThat(CompiledText.of("TiNkUyMaRkNAMEzn7n <TiNkUyMaRkNAMEzn7n>").faults())
                .isNotEmpty();
    }
}
