package org.tinkuy.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The system's own browsers, driven by Playwright, each started for the first who needs it.
final class Browsers implements AutoCloseable {

    /// What is behind the screen, installed or not.
    enum Engine {
        CHROMIUM,
        FIREFOX;

        private List<String> names() {
            return switch (this) {
                case CHROMIUM ->
                        List.of(
                                "chromium",
                                "chromium-browser",
                                "google-chrome",
                                "google-chrome-stable");
                case FIREFOX -> List.of("firefox-esr", "firefox");
            };
        }

        /// On the path, or where the environment says.
        Optional<Path> installed() {
            var named = System.getenv("TINKUY_" + name());
            if (named != null) {
                return Optional.of(Path.of(named));
            }
            return Stream.of(
                            System.getenv()
                                    .getOrDefault("PATH", "")
                                    .split(Pattern.quote(File.pathSeparator)))
                    .flatMap(folder -> names().stream().map(name -> Path.of(folder, name)))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    /// A screen as people have them, with or without JavaScript.
    enum Screen {
        PHONE(Engine.CHROMIUM, 390, 844, true),
        DESKTOP(Engine.CHROMIUM, 1280, 900, true),
        PHONE_WITHOUT_JAVASCRIPT(Engine.CHROMIUM, 390, 844, false),
        FIREFOX_PHONE(Engine.FIREFOX, 390, 844, true),
        FIREFOX_DESKTOP(Engine.FIREFOX, 1280, 900, true);

        final Engine engine;
        final int width;
        final int height;
        final boolean javaScript;

        Screen(Engine engine, int width, int height, boolean javaScript) {
            this.engine = engine;
            this.width = width;
            this.height = height;
            this.javaScript = javaScript;
        }
    }

    private final Playwright playwright =
            Playwright.create(
                    new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Map<Engine, Browser> started = new EnumMap<>(Engine.class);

    /// A person's browser: cookies of its own. The test is skipped where there is none.
    ///
    /// @param zone where the browser says it is
    BrowserContext person(Screen screen, String language, String zone, String baseUrl) {
        var program = screen.engine.installed();
        Assumptions.assumeTrue(program.isPresent(), () -> "no " + screen.engine + " is installed");
        return started.computeIfAbsent(
                        screen.engine, engine -> launch(engine, program.orElseThrow()))
                .newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(baseUrl)
                                .setViewportSize(screen.width, screen.height)
                                .setJavaScriptEnabled(screen.javaScript)
                                .setLocale(language)
                                .setTimezoneId(zone));
    }

    private Browser launch(Engine engine, Path program) {
        var options = new BrowserType.LaunchOptions().setExecutablePath(program);
        return switch (engine) {
            case CHROMIUM ->
                    playwright
                            .chromium()
                            .launch(
                                    options.setArgs(
                                            List.of(
                                                    "--no-sandbox",
                                                    "--disable-gpu",
                                                    "--disable-background-networking",
                                                    "--disable-component-update")));
            // by WebDriver BiDi: Playwright's own protocol is for a Firefox of its own
            case FIREFOX -> playwright.firefox().launch(options.setChannel("moz-firefox"));
        };
    }

    @Override
    public void close() {
        started.values().forEach(Browser::close);
        playwright.close();
    }
}
