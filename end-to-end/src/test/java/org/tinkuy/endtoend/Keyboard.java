package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/// What somebody does who has no mouse.
final class Keyboard {

    /// More than any page has to stop at, the list of time zones being one of them.
    private static final int MOST_STOPS = 150;

    private final Page page;

    Keyboard(Person person) {
        this.page = person.page();
    }

    /// From stop to stop, around the page where it was passed already.
    Keyboard goesTo(String selector) {
        for (var stop = 0; stop < MOST_STOPS; stop++) {
            if (isAt(selector)) {
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not come to " + selector);
    }

    private boolean isAt(String selector) {
        return (Boolean)
                page.evaluate(
                        "selector => document.activeElement?.matches(selector) ?? false", selector);
    }

    Keyboard follows(String selector) {
        return goesTo(selector).pressesEnter();
    }

    /// In place of what is there.
    Keyboard writes(String selector, String text) {
        goesTo(selector);
        page.keyboard().press("Control+a");
        page.keyboard().type(text);
        return this;
    }

    /// A choice, by how it begins.
    Keyboard chooses(String selector, String words) {
        goesTo(selector);
        page.keyboard().type(words);
        return this;
    }

    /// A day or a time: which keys it takes depends on where the browser itself comes from.
    Keyboard sets(String selector, String value) {
        goesTo(selector);
        page.locator(selector).fill(value);
        return this;
    }

    Keyboard ticks(String selector) {
        goesTo(selector);
        page.keyboard().press("Space");
        return this;
    }

    Keyboard sendsTheForm() {
        return follows("main form button");
    }

    /// To the page that comes then.
    private Keyboard pressesEnter() {
        page.evaluate("document.body.dataset.left = true");
        page.keyboard().press("Enter");
        assertThat(page.locator("body[data-left]")).hasCount(0);
        return this;
    }
}
