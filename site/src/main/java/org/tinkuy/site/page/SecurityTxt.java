package org.tinkuy.site.page;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.tinkuy.site.SiteProperties;

/// Whom to tell of a vulnerability, for who finds one (RFC 9116). Where the operator named nobody
/// there is no such file: one that names an address nobody reads would be worse.
@Controller
class SecurityTxt {

    static final String PATH = "/.well-known/security.txt";

    /// What it says is the operator's present setting, so that it is good for as long as it is
    /// served; RFC 9116 §2.5.5 wants less than a year.
    private static final Duration GOOD_FOR = Duration.ofDays(90);

    private static final Duration KEPT_FOR = Duration.ofDays(1);
    private static final MediaType TEXT =
            new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final SecurityContact security;
    private final SiteProperties site;
    private final Clock clock;

    SecurityTxt(SecurityContact security, SiteProperties site, Clock clock) {
        this.security = security;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @ResponseBody
    ResponseEntity<String> tell() {
        if (!security.isKnown()) {
            throw new NoSuchPage();
        }
        var expires = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(GOOD_FOR);
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.maxAge(KEPT_FOR).cachePublic())
                .body(
                        """
                        Contact: %s
                        Expires: %s
                        Canonical: %s
                        """
                                .formatted(
                                        security.contact(),
                                        expires,
                                        site.publicUrl().resolve(PATH)));
    }
}
