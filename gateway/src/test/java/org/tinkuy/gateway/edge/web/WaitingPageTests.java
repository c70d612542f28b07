package org.tinkuy.gateway.edge.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinkuy.gateway.edge.Refusal;
import org.tinkuy.gateway.edge.Refusal.Reason;
import org.tinkuy.languages.Language;

/// What stands in its place is the site, so people should know it again.
class WaitingPageTests {

    private static final Path SITE = Path.of("../site/src/main/resources");
    private static final Pattern VARIABLE = Pattern.compile("--[a-z-]+: [^;]+;");
    private static final Pattern SHAPE = Pattern.compile("<path [^>]+>");
    private static final Pattern ICON = Pattern.compile("href=\"data:image/svg\\+xml,([^\"]+)\"");

    private final WaitingPage page = new WaitingPage();

    @Test
    void hasTheSitesColoursTypeAndCloth() throws IOException {
        assertThat(parts(VARIABLE, Files.readString(SITE.resolve("assets/site.css"))))
                .containsAll(parts(VARIABLE, written()));
        assertThat(parts(SHAPE, Files.readString(SITE.resolve("templates/layout.html"))))
                .containsAll(parts(SHAPE, written()))
                .hasSize(6);
    }

    @Test
    void hasTheSitesIconAndAsksNobodyForIt() throws IOException {
        var icon = ICON.matcher(written());

        assertThat(icon.find()).isTrue();
        assertThat(URLDecoder.decode(icon.group(1), UTF_8))
                .isEqualTo(Files.readString(SITE.resolve("assets/icon.svg")).strip());
        assertThat(page.contentSecurityPolicy()).contains("img-src data:;");
        assertThat(written()).doesNotContain("src=", "@import", "url(http", "<script");
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "NOT_FOUND",
                "FOREIGN_ORIGIN",
                "BODY_TOO_LARGE",
                "ADDRESS_TOO_LONG",
                "TOO_MANY_REQUESTS",
                "HEADERS_TOO_LARGE",
                "SERVICE_UNAVAILABLE"
            })
    void hasItsOwnWordsForWhatPeopleMeet(Reason reason) {
        for (var language : Language.values()) {
            assertThat(title(language, reason))
                    .isNotEqualTo(title(language, Reason.INVALID_REQUEST));
        }
    }

    private String title(Language language, Reason reason) {
        var text = page.render(language.tag(), Refusal.of(reason), HttpMethod.GET);
        return text.substring(text.indexOf("<h1>") + 4, text.indexOf("</h1>"));
    }

    private String written() {
        return page.render("es", Refusal.of(Reason.SERVICE_UNAVAILABLE), HttpMethod.GET);
    }

    private static List<String> parts(Pattern pattern, String text) {
        return List.copyOf(
                new TreeSet<>(pattern.matcher(text).results().map(MatchResult::group).toList()));
    }
}
