package org.tinkuy.notification.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
