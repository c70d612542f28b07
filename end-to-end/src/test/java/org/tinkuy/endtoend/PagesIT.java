package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.endtoend.Browsers.Screen;

@WithTinkuy
class PagesIT {

    private static final long LARGEST_PAGE = 60_000;

    private final TinkuySystem system;
    private final Browsers browsers;

    PagesIT(TinkuySystem system, Browsers browsers) {
        this.system = system;
        this.browsers = browsers;
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESKTOP", "PHONE_WITHOUT_JAVASCRIPT"})
    void showsEveryProgrammeOfTheSample(Screen screen) {
        try (var visitor = new Person(system, browsers, screen, "es")) {
            visitor.opens("/");
            visitor.looksAtThePage("home");
            for (var slug :
                    new String[] {
                        "heading-to-perumin",
                        "perumin-35",
                        "ccolquemin-2023",
                        "due-diligence-madre-de-dios",
                        "mining-integration",
                        "demonstration"
                    }) {
                visitor.opens("/programmes/" + slug);
                assertThat(visitor.heading()).isVisible();
                visitor.looksAtThePage("programme-" + slug);
            }
        }
    }

    @Test
    void saysThatThreeRegionsHaveNoDateYet() {
        try (var visitor = new Person(system, browsers, Screen.PHONE, "en")) {
            visitor.opens("/programmes/heading-to-perumin");
            assertThat(visitor.page().locator("a.card")).hasCount(4);
            assertThat(visitor.page().locator("a.card.undated")).hasCount(3);
        }
    }

    /// In the words of the page, whatever the browser knows.
    @ParameterizedTest
    @CsvSource({
        "en, (Mon|Tue|Wed|Thu|Fri|Sat|Sun)",
        "es, (lun|mar|mié|jue|vie|sáb|dom) [0-9]",
        "fr, (lun|mar|mer|jeu|ven|sam|dim) [0-9]"
    })
    void showsTheVisitorsOwnTimeBesideTheEvents(String language, String days) {
        try (var visitor = new Person(system, browsers, Screen.PHONE, language)) {
            visitor.opens("/programmes/heading-to-perumin/apurimac");
            var own = visitor.page().locator(".own:visible");
            assertThat(own).hasCount(2);
            assertThat(own.first()).containsText("Madrid");
            assertThat(own.first()).containsText(Pattern.compile(days));
        }
    }

    /// What Firefox says where it protects from fingerprinting.
    @ParameterizedTest
    @ValueSource(strings = {"Atlantic/Reykjavik", "UTC"})
    void claimsNoTimeWhereTheVisitorIsThatTheBrowserOnlyPretends(String zone) {
        try (var visitor = new Person(system, browsers, Screen.PHONE, "en", zone)) {
            for (var visit = 0; visit < 2; visit++) {
                visitor.opens("/programmes/heading-to-perumin/apurimac");
                assertThat(visitor.page().locator(".session")).hasCount(2);
                assertThat(visitor.page().locator(".own:visible")).hasCount(0);
                assertThat(visitor.page().locator("#register [data-time-zone]")).hasValue("");
            }
        }
    }

    @Test
    void switchesTheLanguageAndKeepsItOnTheNextPage() {
        try (var visitor = new Person(system, browsers, Screen.PHONE_WITHOUT_JAVASCRIPT, "en")) {
            visitor.opens("/programmes/heading-to-perumin");
            visitor.page().locator(".languages a[lang=qu]").click();
            assertThat(visitor.page().locator("html")).hasAttribute("lang", "qu");
            assertThat(visitor.page().locator(".draft")).isVisible();
            visitor.opens("/");
            assertThat(visitor.page().locator("html")).hasAttribute("lang", "qu");
        }
    }

    /// No browser refuses an address before the service has seen it.
    @ParameterizedTest
    @EnumSource(names = {"PHONE_WITHOUT_JAVASCRIPT", "FIREFOX_PHONE"})
    void keepsWhatWasTypedWhenSomethingIsWrong(Screen screen) {
        try (var visitor = new Person(system, browsers, screen, "en")) {
            visitor.opens("/programmes/heading-to-perumin/apurimac");
            visitor.introducesThemselves("Rosa", "rosa@nowhere");
            visitor.sendsTheForm();
            assertThat(visitor.page().locator("#address-fault")).isVisible();
            assertThat(visitor.page().locator("#sessions-fault")).isVisible();
            assertThat(visitor.page().locator("#name")).hasValue("Rosa");
            assertThat(visitor.page().locator("#address")).hasValue("rosa@nowhere");
            assertThat(visitor.page()).hasTitle(Pattern.compile("^Error: "));
            assertThat(visitor.page().locator("#faults")).isFocused();
            visitor.looksAtThePage("faults");
        }
    }

    @Test
    void transfersLittle() {
        try (var visitor = new Person(system, browsers, Screen.PHONE, "es")) {
            var requests = new ArrayList<Request>();
            visitor.page().onRequestFinished(requests::add);
            visitor.opens("/programmes/heading-to-perumin");
            visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(requests.stream().mapToLong(PagesIT::transferred).sum())
                    .as("bytes of the programme page in all")
                    .isPositive()
                    .isLessThan(LARGEST_PAGE);
        }
    }

    private static long transferred(Request request) {
        var sizes = request.sizes();
        return (long) sizes.responseBodySize + sizes.responseHeadersSize;
    }

    @Test
    void answersAnUnknownPageWithWords() {
        try (var visitor = new Person(system, browsers, Screen.PHONE, "es")) {
            visitor.opens("/programmes/there-is-no-such");
            assertThat(visitor.heading()).isVisible();
            visitor.looksAtThePage("not-found");
        }
        assertThat(system.status("/programmes/there-is-no-such")).isEqualTo(404);
        assertThat(system.status("/internal/device-sessions/exchange")).isEqualTo(404);
    }
}
