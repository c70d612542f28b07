package org.tinkuy.notification.newsletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The links of a text, and the variables in them.
class LinksInTextTests {

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
