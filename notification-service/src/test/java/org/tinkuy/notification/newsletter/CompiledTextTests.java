package org.tinkuy.notification.newsletter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompiledTextTests {

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
                "<https://example.org/> <!-- a note -->",
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
                "see <a href=\"https://example.org | <a href=",
                "<div class=\\n\\nwords | <div class="
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
                "<p style=\"color:red\">x</p> | <p style=…>",
                "<iframe src=\"https://example.org\"></iframe> | <iframe>",
                "<img src=\"https://example.org/a.png\" onerror=\"x()\"> | <img onerror=…>",
                "<a href=\"javascript:x()\">x</a> | <a href=…>",
                "<form action=\"https://example.org\"><button>x</button></form> | <form>"
            })
    void saysWhatWouldBeTakenOut(String markdown, String piece) {
        assertThat(CompiledText.of(markdown).faults())
                .anySatisfy(fault -> {
                    assertThat(fault.code()).isEqualTo("html-not-allowed");
                    assertThat(fault.piece()).isEqualTo(piece);
                });
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
}
