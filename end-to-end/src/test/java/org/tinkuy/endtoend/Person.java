package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/// Somebody with a browser, and what they do on the pages.
final class Person implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final BrowserContext browser;
    private final Page page;
    private final String screen;
    private final boolean javaScript;

    Person(TinkuySystem system, Browsers browsers, Browsers.Screen screen, String language) {
        this(system, browsers, screen, language, "Europe/Madrid");
    }

    Person(
            TinkuySystem system,
            Browsers browsers,
            Browsers.Screen screen,
            String language,
            String zone) {
        this.browser = browsers.person(screen, language, zone, system.baseUrl());
        this.page = browser.newPage();
        this.screen = screen.name().toLowerCase(Locale.ROOT) + "-" + language;
        this.javaScript = screen.javaScript;
    }

    Page page() {
        return page;
    }

    void opens(String path) {
        page.navigate(path);
    }

    /// For another browser of the same person.
    List<Cookie> cookies() {
        return browser.cookies();
    }

    void hasCookies(List<Cookie> known) {
        browser.addCookies(known);
    }

    /// In another tab of the same browser.
    Page opensBeside(String path) {
        var beside = browser.newPage();
        beside.navigate(path);
        return beside;
    }

    /// By the browser's button. A page that the browser kept as it was left is not loaded, so only
    /// its address can be waited for.
    void goesBackTo(String path) {
        page.evaluate("history.back()");
        assertThat(page).hasURL(Pattern.compile(path));
    }

    /// From the front page, as somebody who follows links.
    void findsTheEvent(String programme, String event) {
        opens("/");
        page.locator("a[href='/programmes/" + programme + "']").first().click();
        page.locator("a[href='/programmes/" + programme + "/" + event + "']").first().click();
    }

    /// Every session that can be chosen on the page; a person taps its name.
    void choosesEverySession() {
        for (var box : page.locator("input[name=session]").all()) {
            taps(box.getAttribute("value"));
        }
    }

    void taps(String sessionId) {
        page.locator("label[for='s-" + sessionId + "']").click();
        assertThat(page.locator("input[name=session][value='" + sessionId + "']")).isChecked();
    }

    void introducesThemselves(String name, String address) {
        page.locator("#name").fill(name);
        page.locator("#address").fill(address);
    }

    void sendsTheForm() {
        page.locator("main form button").first().click();
    }

    void typesTheCode(String code) {
        assertThat(page).hasURL(Pattern.compile("/sign-in/code"));
        page.locator("#code").fill(code);
        sendsTheForm();
    }

    /// On a device that signed in before: an address is mailed ten codes an hour.
    void organises(TinkuySystem system) {
        browser.addCookies(
                List.of(
                        new Cookie("tinkuy", system.organiser().token())
                                .setUrl(system.baseUrl())
                                .setHttpOnly(true)));
        opens("/organiser");
    }

    void signsIn(String address, Inbox inbox) {
        var before = inbox.of(address).size();
        opens("/sign-in");
        page.locator("#address").fill(address);
        sendsTheForm();
        typesTheCode(inbox.awaitNewest(address, before + 1).code());
        isSignedIn();
    }

    /// Awaits the page that the code led to: Firefox takes an address that is opened meanwhile for
    /// a navigation that was interrupted (https://github.com/w3c/webdriver-bidi/issues/763).
    void isSignedIn() {
        assertThat(page.locator("form[action='/sign-out']").first()).isAttached();
    }

    /// For a session of the demonstration programme, up to the confirmed address.
    void registersFor(String session, String address, Inbox inbox) {
        asksFor(session, address);
        typesTheCode(inbox.awaitNewest(address, 1).code());
        assertThat(page).hasURL(Pattern.compile("/registrations"));
    }

    /// For a session of the demonstration programme, up to the page that wants the code.
    void asksFor(String session, String address) {
        awaitsOnThePage(session);
        // the only one that is open is ticked beforehand
        if (!page.locator("input[value='" + session + "']").isChecked()) {
            taps(session);
        }
        introducesThemselves("Rosa Mamani", address);
        sendsTheForm();
    }

    /// A session of the demonstration programme that was just published.
    void awaitsOnThePage(String session) {
        Await.until(
                "the session to be on the page",
                Duration.ofSeconds(30),
                () -> {
                    opens("/programmes/demonstration");
                    return page.locator("input[name=session][value='" + session + "']").count()
                            == 1;
                });
    }

    Locator statesOfTheirRegistrations() {
        return page.locator("ul.own-list:not(.gone) .state");
    }

    Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    /// Keeps a picture, and holds the page against the accessibility rules of WCAG 2.2 A and AA and
    /// against large text on a phone.
    void looksAtThePage(String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve(name + "-" + screen + ".png")));
        if (javaScript) {
            var found =
                    new AxeBuilder(page)
                            .withTags(
                                    List.of(
                                            "wcag2a",
                                            "wcag2aa",
                                            "wcag21a",
                                            "wcag21aa",
                                            "wcag22aa",
                                            "best-practice"))
                            .analyze();
            Assertions.assertThat(found.getViolations())
                    .as("accessibility of " + name + " on " + screen)
                    .isEmpty();
            LargeText.isReadOnAPhone(page, name + " on " + screen);
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}
