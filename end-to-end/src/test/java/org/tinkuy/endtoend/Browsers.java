package org.tinkuy.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The system's own Chromium, driven by Playwright.
final class Browsers implements AutoCloseable {

    /// A screen as people have them, with or without JavaScript.
    enum Screen {
        PHONE(390, 844, true),
        DESKTOP(1280, 900, true),
        PHONE_WITHOUT_JAVASCRIPT(390, 844, false);

        final int width;
        final int height;
        final boolean javaScript;

        Screen(int width, int height, boolean javaScript) {
            this.width = width;
            this.height = height;
            this.javaScript = javaScript;
        }
    }

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Playwright playwright;
    private final Browser browser;

    Browsers(Path chromium) {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(chromium)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-background-networking",
                                                        "--disable-component-update")));
    }

    /// A browser on the path, or where `TINKUY_CHROMIUM` says.
    static Optional<Path> installed() {
        var named = System.getenv("TINKUY_CHROMIUM");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(
                        System.getenv()
                                .getOrDefault("PATH", "")
                                .split(Pattern.quote(File.pathSeparator)))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// A person's browser: cookies of its own.
    BrowserContext person(Screen screen, String language, String baseUrl) {
        return browser.newContext(
                new Browser.NewContextOptions()
                        .setBaseURL(baseUrl)
                        .setViewportSize(screen.width, screen.height)
                        .setJavaScriptEnabled(screen.javaScript)
                        .setLocale(language)
                        .setTimezoneId("Europe/Madrid"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
