package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ForcedColors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.endtoend.Browsers.Screen;

/// Pages in the reader's own colours, and while they come.
@WithTinkuy
class OtherReadersIT {

    private static final String APURIMAC = "/programmes/heading-to-perumin/apurimac";

    private static final String LINE_BELOW =
            "current => parseFloat(getComputedStyle(current).borderBottomWidth)";

    private final TinkuySystem system;
    private final Browsers browsers;

    OtherReadersIT(TinkuySystem system, Browsers browsers) {
        this.system = system;
        this.browsers = browsers;
    }

    @Test
    void inTheReadersOwnColoursWhatIsCurrentAndChosenHasALine() {
        try (var person = new Person(system, browsers, Screen.PHONE, "es")) {
            person.opens(APURIMAC);
            var page = person.page();
            page.emulateMedia(new EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));

            assertThat(width(page.locator(".languages [aria-current]"))).isGreaterThan(2);
            assertThat(width(page.locator(".languages a:not([aria-current])").first())).isZero();
            person.choosesEverySession();
            assertThat(width(page.locator(".session").first())).isGreaterThan(2);
            person.looksAtThePage("forced-colours");
        }
    }

    private static double width(Locator of) {
        return ((Number) of.evaluate(LINE_BELOW)).doubleValue();
    }

    /// Also on the first page that a visitor opens, which learns where they are from the browser.
    @ParameterizedTest
    @ValueSource(strings = {"/", APURIMAC, "/programmes/heading-to-perumin", "/sign-in"})
    void nothingMovesWhileThePageComes(String path) {
        try (var person = new Person(system, browsers, Screen.PHONE, "es")) {
            person.opens(path);
            if (person.page().locator(".when").count() > 0) {
                assertThat(person.page().locator(".own.came").first()).isVisible();
            }

            var moved =
                    person.page()
                            .evaluate(
                                    """
                                    () => new Promise((done) => new PerformanceObserver((list) =>
                                      done(list.getEntries().reduce((sum, shift) => sum + shift.value, 0)))
                                      .observe({ type: "layout-shift", buffered: true })
                                      || setTimeout(() => done(0), 500))
                                    """);

            assertThat(((Number) moved).doubleValue()).isZero();
        }
    }
}
