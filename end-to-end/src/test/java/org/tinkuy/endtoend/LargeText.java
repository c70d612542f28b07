package org.tinkuy.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/// A page on a phone whose owner reads letters of twice the size: nothing scrolls sideways, and no
/// word is broken that a line would hold (WCAG 2.2, 1.4.4 and 1.4.10).
final class LargeText {

    private static final int PHONE = 390;

    /// As browsers do that enlarge text alone. What scrolls by itself, a list on a desktop, may be
    /// wider; words of fourteen letters and addresses may be broken, and in Quechua those outside
    /// of headings and buttons. Then everything that organisers name is one long word, and stays on
    /// the page.
    private static final String MEASURE =
            """
            () => {
              const NAMED = "h1, h3, .up, .of, .place, .facts, .lead, .what, .plain li, dd, tbody th, option, footer label";
              const root = document.documentElement;
              root.style.fontSize = "200%";
              const wider = root.scrollWidth - root.clientWidth;
              const broken = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let text; (text = texts.nextNode()); ) {
                const around = text.parentElement;
                if (around.closest("[lang=qu]") && !around.closest("h1, h2, h3, legend, button, .button")) continue;
                if (around.closest(".address, code, td, th, svg, select, textarea")) continue;
                for (const word of text.data.matchAll(/[\\p{L}\\p{N}]{2,13}(?![\\p{L}\\p{N}\\u00ad])/gu)) {
                  if (/[\\p{L}\\p{N}\\u00ad@.]/u.test(text.data[word.index - 1] ?? " ")) continue;
                  const range = document.createRange();
                  range.setStart(text, word.index);
                  range.setEnd(text, word.index + word[0].length);
                  const lines = [...range.getClientRects()].filter((line) => line.width > 0);
                  if (new Set(lines.map((line) => Math.round(line.top))).size > 1) broken.push(word[0]);
                }
              }
              const outside = [...document.querySelectorAll(".card, .session")].filter(
                (card) => [...card.querySelectorAll("time, time b")].some(
                  (time) => time.getBoundingClientRect().right > card.getBoundingClientRect().right));
              const named = [];
              const names = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let name; (name = names.nextNode()); ) {
                const around = name.parentElement;
                if (!name.data.trim() || around.closest("time, b") || !around.closest(NAMED)) continue;
                named.push([name, name.data]);
                name.data = "Llaqtanchikmanta".repeat(10);
              }
              const pushed = root.scrollWidth - root.clientWidth;
              named.forEach(([name, words]) => (name.data = words));
              root.style.fontSize = "";
              return { wider, broken, pushed, outside: outside.map((card) => card.innerText) };
            }
            """;

    private LargeText() {}

    /// The page is afterwards as wide as it was.
    static void isReadOnAPhone(Page page, String name) {
        var before = page.viewportSize();
        page.setViewportSize(PHONE, before.height);
        var measured = (Map<?, ?>) page.evaluate(MEASURE);
        page.setViewportSize(before.width, before.height);

        assertThat((Integer) measured.get("wider"))
                .as("pixels by which " + name + " scrolls sideways with large text")
                .isNotPositive();
        assertThat((Integer) measured.get("pushed"))
                .as("pixels by which a long name pushes " + name)
                .isNotPositive();
        assertThat((List<?>) measured.get("broken")).as("broken words of " + name).isEmpty();
        assertThat((List<?>) measured.get("outside")).as("cards left by their times").isEmpty();
    }
}
