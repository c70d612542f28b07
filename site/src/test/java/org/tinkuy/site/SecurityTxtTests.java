package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@SiteTest
class SecurityTxtTests {

    @LocalServerPort int port;

    /// The clock of these tests stands at 2026-11-22.
    @Test
    void namesTheOperatorsContactAndADayToCome() {
        var file = new Browser(port).open("/.well-known/security.txt");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(file.header("Cache-Control")).isEqualTo("max-age=86400, public");
        assertThat(file.html())
                .isEqualTo(
                        """
                        Contact: mailto:security@tinkuy.example
                        Expires: 2027-02-20T00:00:00Z
                        Canonical: http://localhost:8080/.well-known/security.txt
                        """);
    }
}
