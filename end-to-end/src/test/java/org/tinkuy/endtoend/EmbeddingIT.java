package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinkuy.endtoend.Browsers.Screen;

/// An organiser's own page, on a site of its own, with a timetable and a form of Tinkuy in it.
@WithTinkuy
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddingIT {

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="es">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
              <title>Colegio de Ingenieros</title></head>
            <body>
              <h1>Colegio de Ingenieros</h1>
              <div id="form"><script src="{tinkuy}/embed.js" data-programme="heading-to-perumin"
                data-event="apurimac" data-show="form" data-title="Inscripción" async></script></div>
              <div id="timetable"><script src="{tinkuy}/embed.js" data-programme="heading-to-perumin"
                data-show="timetable" data-title="Horario" async></script></div>
              <iframe id="other" title="Otra" src="{tinkuy}/programmes/heading-to-perumin/apurimac"></iframe>
            </body>
            </html>
            """;

    private static final Duration GROWS_WITHIN = Duration.ofSeconds(20);

    private final TinkuySystem system;
    private final Browsers browsers;
    private final HttpServer theirs;

    EmbeddingIT(TinkuySystem system, Browsers browsers) throws IOException {
        this.system = system;
        this.browsers = browsers;
        this.theirs =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeAll
    void theirPageIsServed() {
        theirs.createContext(
                "/",
                exchange -> {
                    var page =
                            PAGE.replace("{tinkuy}", system.baseUrl())
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "text/html;charset=utf-8");
                    exchange.sendResponseHeaders(200, page.length);
                    try (var body = exchange.getResponseBody()) {
                        body.write(page);
                    }
                });
        theirs.start();
    }

    @AfterAll
    void theirServerStops() {
        theirs.stop(0);
    }

    /// Another site than `localhost`, not only another port of it.
    private String theirPage() {
        return "http://127.0.0.1:" + theirs.getAddress().getPort() + "/";
    }

    @ParameterizedTest
    @EnumSource(names = {"PHONE", "DESKTOP", "FIREFOX_PHONE", "FIREFOX_DESKTOP"})
    void somebodyRegistersFromAnOrganisersOwnPage(Screen screen) {
        var address = ("embedded." + screen + "@example.org").toLowerCase(Locale.ROOT);
        try (var rosa = new Person(system, browsers, screen, "en")) {
            rosa.opens(theirPage());
            var page = rosa.page();
            awaitWholeHeight(page.locator("#form iframe"));
            awaitWholeHeight(page.locator("#timetable iframe"));

            var form = page.frameLocator("#form iframe");
            assertThat(form.locator("html")).hasAttribute("lang", "es");
            for (var box : form.locator("input[name=session]").all()) {
                press(box, "Space", screen);
                assertThat(box).isChecked();
            }
            form.locator("#name").fill("Rosa Mamani");
            form.locator("#address").fill(address);
            var button = form.locator("#register button");
            var opened = page.context().waitForPage(() -> press(button, "Enter", screen));

            assertThat(opened).hasURL(Pattern.compile("/sign-in/code"));
            assertThat(opened.locator("html")).hasAttribute("lang", "es");
            opened.locator("#code").fill(system.inbox().awaitNewest(address, 1).code());
            opened.locator("main form button").first().click();
            assertThat(opened).hasURL(Pattern.compile("/registrations"));
            assertThat(opened.locator(".state.confirmed")).hasCount(2);

            leadsFromTheTimetableToTheSession(page, screen);
            assertThat(page.frameLocator("#other").locator("#main")).hasCount(0);
        }
    }

    /// By key: in Chromium a pointer can reach what lay there before the page around was scrolled,
    /// for a frame of another site has a process of its own; by WebDriver BiDi none reaches it.
    private static void press(Locator pressed, String key, Screen screen) {
        switch (screen.engine) {
            case CHROMIUM -> pressed.press(key);
            case FIREFOX -> pressed.evaluate("pressed => pressed.click()");
        }
    }

    private static void leadsFromTheTimetableToTheSession(Page page, Screen screen) {
        var timetable = page.frameLocator("#timetable iframe");
        var session = timetable.locator(".timetable a").first();
        var opened = page.context().waitForPage(() -> press(session, "Enter", screen));
        assertThat(opened).hasURL(Pattern.compile("/programmes/heading-to-perumin/apurimac"));
    }

    /// Nothing in it has to be scrolled, and nothing below it is empty.
    private static void awaitWholeHeight(Locator frame) {
        frame.scrollIntoViewIfNeeded();
        var content = frame.contentFrame().locator("html");
        Await.until(
                "the frame to be as high as its content",
                GROWS_WITHIN,
                () -> {
                    var there = content.boundingBox();
                    var here = frame.boundingBox();
                    return there != null
                            && here != null
                            && there.height > 100
                            && Math.abs(there.height - here.height) <= 2;
                });
        assertThat(frame.getAttribute("style")).contains("height");
    }
}
