package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/// Addresses that open something for whoever has them.
@SiteTest
class SecretAddressesTests {

    private static final String CHALLENGE = "0195a1c0-0000-7000-8000-000000000998";

    /// Parts of addresses that anybody may know: whoever opens them has to be signed in, or sees
    /// what everybody sees.
    private static final Set<String> PUBLIC =
            Set.of(
                    "slug",
                    "event",
                    "speaker",
                    "parts",
                    "part",
                    "id",
                    "language",
                    "act",
                    "programme",
                    "session",
                    "number",
                    "link");

    private static final Set<String> SECRET = Set.of("secret", "token", "challengeId");

    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]+)[^}]*}");

    @LocalServerPort int port;
    @Autowired StubServices services;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @BeforeEach
    void upstreamIsQuiet() {
        services.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/speakers/invitation/abc",
                "/newsletter/confirm/abc",
                "/newsletter/unsubscribe/abc",
                "/staff/invitation/abc",
                "/preview/abc",
                "/preview/abc/apurimac",
                "/sign-in/" + CHALLENGE + "?code=123456",
                // nothing to see, and the address may still be somebody's
                "/calendar/abc.ics",
                "/calendar/abc",
                "/newsletter/confirm/%22",
                "/sign-in/" + CHALLENGE,
            })
    void tellsTheirAddressToNobody(String path) {
        var page = new Browser(port).open(path);

        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Robots-Tag")).contains("noindex");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.html()).doesNotContain("next=/newsletter").doesNotContain("next=/sign-in/");
    }

    @Test
    void tellsItToNobodyWhileAServiceIsAway() {
        services.answers("POST /internal/calendars", 503, "");

        var feed = new Browser(port).open("/calendar/abc.ics");

        assertThat(feed.status()).isEqualTo(503);
        assertThat(feed.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(feed.header("X-Robots-Tag")).contains("noindex");
    }

    @Test
    void aFeedIsKeptByItsCalendarAlone() {
        services.answers(
                "POST /internal/calendars", 200, "{\"language\":\"es\",\"registrations\":[]}");

        var feed = new Browser(port).open("/calendar/abc.ics");

        assertThat(feed.status()).isEqualTo(200);
        assertThat(feed.header("Cache-Control")).contains("private");
        assertThat(feed.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(feed.header("X-Robots-Tag")).contains("noindex");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/programmes/heading-to-perumin"})
    void hidesNoOther(String path) {
        var page = new Browser(port).open(path);

        assertThat(page.header("X-Robots-Tag")).isNull();
        assertThat(page.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
    }

    /// Whoever gives an address another part says which kind it is of, and a secret one is hidden.
    @Test
    void knowsEveryPartOfEveryAddress() {
        var paths =
                handlers.getHandlerMethods().keySet().stream()
                        .flatMap(mapping -> mapping.getPatternsCondition().getPatterns().stream())
                        .map(Object::toString)
                        .filter(path -> path.contains("{"))
                        .collect(Collectors.toSet());

        assertThat(paths).hasSizeGreaterThan(10);
        for (var path : paths) {
            var parts =
                    VARIABLE.matcher(path)
                            .results()
                            .map(found -> found.group(1))
                            .collect(Collectors.toSet());
            if (!PUBLIC.containsAll(parts)) {
                assertThat(SECRET).as(path).containsAnyElementsOf(parts);
                assertThat(new Browser(port).open(filled(path)).header("Referrer-Policy"))
                        .as(path)
                        .isEqualTo("no-referrer");
            }
        }
    }

    private static String filled(String path) {
        return VARIABLE.matcher(path).replaceAll((MatchResult _) -> UUID.randomUUID().toString());
    }
}
