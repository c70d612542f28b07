package org.tinkuy.gateway.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinkuy.gateway.GatewayTest;
import org.tinkuy.gateway.StubService;

/// What people see of a request that is not passed on.
class RefusalPageIT extends GatewayTest {

    private static final List<String> OF_A_BROWSER =
            List.of("Accept: text/html,*/*;q=0.8", "Accept-Language: fr-CI,fr;q=0.9");

    @ParameterizedTest
    @ValueSource(ints = {4_100, 20_000, 60_000})
    void speaksOfAnAddressThatIsTooLong(int length) throws Exception {
        var answer = browse("/?a=" + "x".repeat(length));

        assertThat(answer)
                .startsWith("HTTP/1.1 414 ")
                .contains("<html lang=\"fr\">", "L’adresse est trop longue");
        assertThat(site.received()).isEmpty();
        assertThat(RawHttp.get(port, "/api/seats?a=" + "x".repeat(length)))
                .startsWith("HTTP/1.1 414 ")
                .contains("urn:tinkuy:problem:address-too-long");
    }

    /// The larger one is not read to its end.
    @ParameterizedTest
    @ValueSource(ints = {17_000, 30_000, 100_000})
    void speaksOfCookiesThatAreTooLarge(int length) throws Exception {
        var answer = browse("/", "Cookie: others=" + "x".repeat(length));

        assertThat(answer)
                .startsWith("HTTP/1.1 431 ")
                .containsIgnoringCase("content-security-policy: default-src 'none'; img-src data:")
                .containsIgnoringCase("x-content-type-options: nosniff")
                .contains("<html lang=\"fr\">", "Supprimez les cookies")
                .doesNotContain("trop longue");
        assertThat(site.received()).isEmpty();
    }

    @Test
    void letsPassWhatServicesRead() throws Exception {
        assertThat(browse("/?a=" + "x".repeat(4_000), "Cookie: others=" + "x".repeat(15_000)))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @CsvSource({
        "/?utm_campaign={{campaign.name}}, /?utm_campaign=%7B%7Bcampaign.name%7D%7D",
        "/newsletter/unsubscribe/x?a=b|c&q=100%, /newsletter/unsubscribe/x?a=b%7Cc&q=100%25"
    })
    void passesWhatBrowsersLeaveAsItWasTyped(String asked, String passed) throws Exception {
        assertThat(browse(asked)).startsWith("HTTP/1.1 200 ");
        assertThat(site.received()).extracting(StubService.Received::uri).containsOnly(passed);
    }

    @ParameterizedTest
    @CsvSource({
        "/internal?language=qu, qu",
        "/internal?a=b&language=es&c, es",
        "/internal?language=xx, fr",
        "/internal?languages=en, fr",
        "/?a=%00&language=en, en"
    })
    void isInTheLanguageThatTheAddressAsksFor(String address, String language) throws Exception {
        assertThat(browse(address)).contains("<html lang=\"" + language + "\">");
    }

    private String browse(String address, String... more) throws Exception {
        var lines =
                Stream.of(
                                Stream.of("GET " + address + " HTTP/1.1", "Host: localhost"),
                                OF_A_BROWSER.stream(),
                                Stream.of("Connection: close"),
                                Stream.of(more))
                        .flatMap(part -> part);
        return RawHttp.send(port, String.join("\r\n", lines.toList()) + "\r\n\r\n");
    }
}
