package org.tinkuy.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnOriginTests {

    private final OwnOrigin plain = new OwnOrigin(URI.create("http://localhost:8080"));
    private final OwnOrigin secure = new OwnOrigin(URI.create("https://tinkuy.example.org"));

    @Test
    void knowsItsPublicAddress() {
        assertThat(plain.sent(origin("http://localhost:8080", "localhost:8080"))).isTrue();
        assertThat(secure.sent(origin("https://tinkuy.example.org", "gateway:8080"))).isTrue();
        assertThat(secure.sent(origin("https://TINKUY.example.org:443", "x"))).isTrue();
    }

    @Test
    void acceptsTheRequestsOwnHostWithoutTls() {
        assertThat(plain.sent(origin("http://192.168.1.7:8080", "192.168.1.7:8080"))).isTrue();
        assertThat(plain.sent(origin("http://192.168.1.7", "192.168.1.7:80"))).isTrue();
    }

    @Test
    void acceptsOnlyThePublicAddressBehindTls() {
        assertThat(secure.sent(origin("http://tinkuy.example.org", "tinkuy.example.org")))
                .isFalse();
        assertThat(secure.sent(origin("http://gateway:8080", "gateway:8080"))).isFalse();
    }

    @Test
    void refusesForeignOrigins() {
        assertThat(plain.sent(origin("https://evil.example", "localhost:8080"))).isFalse();
        assertThat(plain.sent(origin("http://localhost:8081", "localhost:8080"))).isFalse();
        assertThat(plain.sent(origin("http://localhost:8080.evil.example", "localhost:8080")))
                .isFalse();
        assertThat(plain.sent(origin("not an origin", "localhost:8080"))).isFalse();
        assertThat(plain.sent(origin("http://localhost:8080@evil.example", "localhost:8080")))
                .isFalse();
    }

    @Test
    void asksTheFetchMetadataWhenThereIsNoOrigin() {
        assertThat(plain.sent(claims(null, "same-origin", null))).isTrue();
        assertThat(plain.sent(claims("null", "same-origin", null))).isTrue();
        assertThat(plain.sent(claims("null", "cross-site", null))).isFalse();
        assertThat(plain.sent(claims(null, "same-site", "http://localhost:8080/"))).isFalse();
        assertThat(plain.sent(claims(null, "none", null))).isFalse();
    }

    @Test
    void asksTheReferrerLast() {
        assertThat(plain.sent(claims(null, null, "http://localhost:8080/register"))).isTrue();
        assertThat(plain.sent(claims(null, null, "https://evil.example/localhost:8080"))).isFalse();
        assertThat(plain.sent(claims("null", null, "http://localhost:8080/"))).isFalse();
    }

    @Test
    void takesSilenceAsForeignButNotAsDenied() {
        var silence = claims(null, null, null);
        assertThat(plain.sent(silence)).isFalse();
        assertThat(plain.deniedBy(silence)).isFalse();
        assertThat(plain.deniedBy(origin("https://evil.example", "localhost:8080"))).isTrue();
        assertThat(plain.deniedBy(origin("http://localhost:8080", "localhost:8080"))).isFalse();
    }

    private static OwnOrigin.Claims origin(String origin, String host) {
        return new OwnOrigin.Claims(origin, null, null, host);
    }

    private static OwnOrigin.Claims claims(
            @Nullable String origin, @Nullable String fetchSite, @Nullable String referer) {
        return new OwnOrigin.Claims(origin, fetchSite, referer, "localhost:8080");
    }
}
