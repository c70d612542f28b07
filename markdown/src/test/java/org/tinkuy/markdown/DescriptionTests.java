package org.tinkuy.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Two *words*. | <p>Two <em>words</em>.</p>",
                "one\\ntwo | <p>one<br>\\ntwo</p>",
                "- one\\n- two | <ul>\\n<li>one</li>\\n<li>two</li>\\n</ul>",
                "# High | <h3>High</h3>",
                "###### Low | <h6>Low</h6>",
                "~~no~~ | <p><del>no</del></p>",
                "> said | <blockquote>\\n<p>said</p>\\n</blockquote>",
            })
    void writesMarkdownAsHtml(String markdown, String html) {
        assertThat(Description.html(lines(markdown), 3).strip()).isEqualTo(lines(html));
    }

    @Test
    void writesTables() {
        assertThat(Description.html("| a | b |\n|---|---|\n| 1 | 2 |", 3))
                .contains("<table>", "<th>a</th>", "<td>2</td>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[site](https://example.org/a) | https://example.org/a",
                "see https://example.org/a, please | https://example.org/a",
                "<https://example.org/a> | https://example.org/a",
                "[write](mailto:ana@example.org) | mailto:ana@example.org",
                "[call](tel:+5115550100) | tel:+5115550100",
                "![The plan](https://example.org/plan.png) | https://example.org/plan.png",
                "![](https://example.org/plan.png) | https://example.org/plan.png",
            })
    void linksWhatLeadsSomewhere(String markdown, String address) {
        assertThat(Description.html(markdown, 3))
                .contains("<a href=\"" + address + "\" rel=\"nofollow noopener noreferrer\">")
                .doesNotContain("<img");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[words](javascript:alert)",
                "[words](JavaScript:alert)",
                "[words](data:text/html,x)",
                "[words](//example.org)",
                "[words](/sign-in)",
                "[words](page)",
                "[words]()",
                "![words](data:image/png;base64,AA)",
                "![words](picture.png)",
            })
    void leavesTheWordsOfOtherLinks(String markdown) {
        assertThat(Description.html(markdown, 3)).isEqualTo("<p>words</p>\n");
    }

    @Test
    void makesOneLinkOfAPictureInsideALink() {
        assertThat(Description.html("[![words](https://a.example/p.png)](https://b.example/)", 3))
                .contains("href=\"https://b.example/\"", ">words</a>")
                .doesNotContain("a.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "a <b onclick='x()'>bold</b> word",
                "<!-- a note -->",
                "<div>\n\n<iframe src=x>\n\n</div>",
                "[x](https://example.org/\"><script>)",
                "```\"><script>\n<script>\n```",
                "| <script> |\n|---|\n| <script> |",
                "[a](https://example.org '\"><script>')",
            })
    void showsHtmlAsItWasTyped(String markdown) {
        assertThat(Description.html(markdown, 3))
                .doesNotContainPattern("<(?:script|iframe|b|div|!--)[\\s>]")
                .contains("&");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15})
    void leavesTablesWithVeryManyCellsAsTheyWereTyped(int tables) {
        var side = tables == 1 ? 200 : 15;
        var table = "|a".repeat(side) + "\n" + "|-".repeat(side) + "\n" + "a\n".repeat(side) + "\n";
        var markdown = table.repeat(tables);

        assertThat(Description.html(markdown, 3))
                .hasSizeLessThan(5 * markdown.length())
                .startsWith("<p>|a|a")
                .doesNotContain("<td>");
        assertThat(Description.text(markdown)).startsWith("|a|a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"> ", "- ", "**a ", "[", "![", "<", "<a b=", "`a ", "*a _b ", "| ", "# "})
    void takesWhateverIsRepeated(String piece) {
        var markdown = piece.repeat(10_000 / piece.length());

        assertThat(Description.html(markdown, 3)).isNotEmpty();
        assertThat(Description.text(markdown)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Two *words*. | Two words.",
                "# High\\n\\nthen [a link](https://example.org) | High\\nthen a link",
                "![The plan](https://example.org/plan.png) | The plan",
                "see https://example.org/a | see https://example.org/a",
                "a <b>bold</b> word | a <b>bold</b> word",
                "~~18:00~~ 19:00 | ~18:00~ 19:00",
            })
    void saysItInLinesWithoutMarks(String markdown, String text) {
        assertThat(Description.text(lines(markdown))).isEqualTo(lines(text));
    }

    @Test
    void saysEachRowOfATableInALine() {
        assertThat(
                        Description.text(
                                """
                                | Day | Hour |
                                |-----|-----:|
                                | *25 November* | ~~18:00~~ 19:00 |

                                Come early.
                                """))
                .isEqualTo("Day | Hour\n25 November | ~18:00~ 19:00\nCome early.");
    }

    private static String lines(String written) {
        return written.replace("\\n", "\n");
    }
}
