package org.tinkuy.site.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.tinkuy.languages.Language;
import org.tinkuy.site.SiteProperties;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

class CookiesTests {

    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final SiteProperties TLS = properties("https://tinkuy.example");
    private static final SiteProperties PLAIN = properties("http://192.0.2.7:8080");

    private static SiteProperties properties(String publicUrl) {
        var elsewhere = URI.create("http://localhost");
        return new SiteProperties(
                URI.create(publicUrl),
                elsewhere,
                elsewhere,
                elsewhere,
                elsewhere,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
    }

    /// RFC 6265bis: a browser refuses the name unless all of this is so.
    @Test
    void withTlsEveryCookieIsOfThisHostAlone() {
        assertThat(everyCookie(TLS))
                .hasSize(CookieNames.values().length)
                .allSatisfy(cookie -> {
                    assertThat(cookie.getName()).startsWith("__Host-tinkuy");
                    assertThat(cookie.isSecure()).isTrue();
                    assertThat(cookie.getPath()).isEqualTo("/");
                    assertThat(cookie.getDomain()).isNull();
                    assertThat(cookie.getSameSite()).isEqualTo("Lax");
                });
    }

    /// A browser would keep neither a Secure cookie nor such a name on a phone in the same room.
    @Test
    void withoutTlsEveryCookieIsPlain() {
        assertThat(everyCookie(PLAIN))
                .hasSize(CookieNames.values().length)
                .allSatisfy(cookie -> {
                    assertThat(cookie.getName()).startsWith("tinkuy");
                    assertThat(cookie.isSecure()).isFalse();
                });
    }

    private static Collection<ResponseCookie> everyCookie(SiteProperties properties) {
        var cookies =
                new Cookies(
                        properties,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        new CookieFormat(new JsonMapper()));
        var response = new MockServerHttpResponse();
        cookies.openDeviceSession(response, "token", NOW.plusSeconds(60));
        cookies.startChallenge(
                response,
                new SignInChallenge(UUID.randomUUID(), "secret"),
                Pending.signIn("rosa@example.org", NOW, null));
        cookies.tell(response, Outcomes.NONE);
        cookies.keep(response, FormKey.fresh());
        cookies.keepInvitation(response, "secret");
        response.addCookie(Preferences.keep(Language.ES, properties.isSecure()));
        response.addCookie(Preferences.keep(ZoneId.of("America/Lima"), properties.isSecure()));
        return response.getCookies().toSingleValueMap().values();
    }

    @Test
    void readsAPreferenceUnderEitherName() {
        assertThat(Preferences.language(request("tinkuy-language", "qu"))).isEqualTo(Language.QU);
        assertThat(Preferences.language(request("__Host-tinkuy-language", "es")))
                .isEqualTo(Language.ES);
    }

    @Test
    void cleansWhatIsKeptUnderAFormerNameAndKeepsPreferences() {
        var exchange =
                MockServerWebExchange.from(
                        MockServerHttpRequest.get("/")
                                .cookie(
                                        new HttpCookie("tinkuy", "device"),
                                        new HttpCookie("tinkuy-challenge", "c"),
                                        new HttpCookie("tinkuy-language", "es"),
                                        new HttpCookie("tinkuy-time-zone", "Mars/Olympus"),
                                        new HttpCookie("__Host-tinkuy-form", "f"))
                                .build());

        new FormerCookies(TLS).filter(exchange, _ -> Mono.empty()).block();

        var answered = exchange.getResponse().getCookies().toSingleValueMap();
        assertThat(answered.keySet())
                .containsExactlyInAnyOrder(
                        "tinkuy",
                        "tinkuy-challenge",
                        "tinkuy-language",
                        "tinkuy-time-zone",
                        "__Host-tinkuy-language");
        assertThat(answered)
                .hasEntrySatisfying(
                        "tinkuy", cookie -> assertThat(cookie.getMaxAge()).isEqualTo(Duration.ZERO))
                .hasEntrySatisfying(
                        "__Host-tinkuy-language",
                        cookie -> assertThat(cookie.getValue()).isEqualTo("es"));
    }

    @Test
    void cleansNothingThatIsInUse() {
        for (var request : List.of(request("tinkuy-language", "es"), request("tinkuy", "device"))) {
            var exchange = MockServerWebExchange.from(request);

            new FormerCookies(PLAIN).filter(exchange, _ -> Mono.empty()).block();

            assertThat(exchange.getResponse().getCookies()).isEmpty();
        }
    }

    private static MockServerHttpRequest request(String name, String value) {
        return MockServerHttpRequest.get("/").cookie(new HttpCookie(name, value)).build();
    }
}
