package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.tinkuy.testing.OddRequests;
import org.tinkuy.testing.RawHttp;

@SiteTest
@ExtendWith(OutputCaptureExtension.class)
class OddRequestsTests {

    @LocalServerPort int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired StubServices services;

    @BeforeEach
    void forgetWhatServicesSay() {
        services.reset();
    }

    @Test
    void areAnsweredWithAPageAndWithoutAStack(CapturedOutput output) {
        var requests = OddRequests.ofSite(port, handlers, "Accept: text/html");

        assertThat(requests.faults()).isEmpty();

        assertThat(output.getOut().lines().filter(line -> line.startsWith("\tat "))).isEmpty();
    }

    @Test
    void areAnsweredSoToWhoeverIsSignedIn(CapturedOutput output) {
        var organiser = "Authorization: Bearer " + Tokens.organiser("owner:*");

        assertThat(OddRequests.ofSite(port, handlers, organiser).faults()).isEmpty();

        assertThat(output.getOut().lines().filter(line -> line.startsWith("\tat "))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[]",
                "{'address':null,'expiresAt':null,'seats':null}",
                "{'address':'a','expiresAt':'2030-01-01T00:00:00Z','seats':{'x':1}}",
                "{'address':'a','expiresAt':'+1000000000-12-31T23:59:59Z','seats':{}}",
                "{'address':'a','expiresAt':'-1000000000-01-01T00:00:00Z','seats':{}}",
                "{'address':'a','expiresAt':'2030-01-01T00:00:00Z','seats':{'ID':'none'},"
                        + "'form':{'path':'//x','name':'x'}}",
                "{'address':'a','expiresAt':'2030-01-01T00:00:00Z','seats':{'ID':'none'},"
                        + "'form':{'path':null,'name':null}}",
                "{'address':'a','expiresAt':'2030-01-01T00:00:00Z','seats':{'ID':{}}}",
                "{'address':'a','expiresAt':'2030-01-01T00:00:00Z','seats':{'ID':{'state':null}}}",
                "{'address':'a','expiresAt':'2030-01-01T00:00:00Z','seats':{'ID':'held'},"
                        + "'form':{'path':'/programmes/none','name':'\u0000'}}"
            })
    void forgedCookiesLeadToAPage(String forged) {
        var id = UUID.randomUUID().toString();
        var json = forged.replace('\'', '"').replace("ID", id);
        var pending =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
        var cookie = "Cookie: tinkuy-pending=%s; tinkuy-challenge=%s.x".formatted(pending, id);
        for (var path : List.of("/sign-in/code", "/sign-in/" + id + "?code=123456", "/")) {
            var request = new RawHttp.Request("GET", path, List.of(cookie), null);

            assertThat(new RawHttp(port).send(request).status()).isEqualTo(200);
        }
    }

    @Test
    void keepWhatBrowsersLeaveUnencoded() {
        var request = new RawHttp.Request("GET", "/sign-in?a[]=b=c&language=en&d", List.of(), null);

        assertThat(new RawHttp(port).send(request).body())
                .contains("href=\"/sign-in?a[]=b=c&amp;d&amp;language=es\"");
    }

    /// Links of mailings come with placeholders that nobody filled in, or with what somebody typed.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "utm_campaign={{campaign.name}}",
                "utm_content=a|b",
                "x=^y",
                "x=`",
                "q=100%",
                "q=a\\b"
            })
    void areNotRefusedForWhatBrowsersLeaveAsItWasTyped(String query) {
        for (var path : List.of("/", "/programmes/heading-to-perumin", "/newsletter")) {
            var request =
                    new RawHttp.Request(
                            "GET", path + "?" + query, List.of("Accept: text/html"), null);
            assertThat(new RawHttp(port).send(request).status()).isEqualTo(200);
        }
    }

    /// One truth of what a page takes, whoever asks for it.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /                                | GET HEAD OPTIONS
                    /programmes/heading-to-perumin   | GET HEAD OPTIONS POST
                    /sign-in                         | GET HEAD OPTIONS POST
                    /sign-out                        | OPTIONS POST
                    /programmes/heading-to-perumin/calendar.ics | GET HEAD OPTIONS
                    """)
    void areToldTheMethodsThatAPageTakes(String path, String methods) {
        for (var method : List.of("OPTIONS", "TRACE", "PUT", "FOO")) {
            var answer = new RawHttp(port).send(new RawHttp.Request(method, path, List.of(), null));

            assertThat(answer.status()).isEqualTo(method.equals("OPTIONS") ? 200 : 405);
            assertThat(answer.header("allow").orElseThrow().split(", ?", -1))
                    .as(method)
                    .containsExactlyInAnyOrder(methods.split(" ", -1));
        }
    }
}
