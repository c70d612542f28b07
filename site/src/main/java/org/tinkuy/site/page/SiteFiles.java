package org.tinkuy.site.page;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.tinkuy.site.SiteProperties;

/// What browsers and search engines ask a whole site for.
@Controller
class SiteFiles {

    private static final Duration KEPT_FOR = Duration.ofDays(1);
    private static final MediaType MANIFEST = MediaType.valueOf("application/manifest+json");

    /// @param src from the root
    record Icon(String src, String sizes, String type, String purpose) {

        static Icon of(int pixels) {
            return new Icon(
                    Assets.versioned("icon-" + pixels + ".png"),
                    pixels + "x" + pixels,
                    "image/png",
                    "any maskable");
        }
    }

    /// As the W3C's Web Application Manifest names it, so that the site can stand among a phone's
    /// apps.
    record Manifest(
            String name,
            String short_name,
            String start_url,
            String display,
            String background_color,
            String theme_color,
            List<Icon> icons) {}

    private final Manifest manifest =
            new Manifest(
                    "Tinkuy",
                    "Tinkuy",
                    "/",
                    "minimal-ui",
                    "#fbf6ee",
                    "#fbf6ee",
                    List.of(Icon.of(192), Icon.of(512)));
    private final URI publicUrl;

    SiteFiles(SiteProperties properties) {
        this.publicUrl = properties.publicUrl();
    }

    /// Pages about a person, and those that a secret opens, are in no index.
    @GetMapping("/robots.txt")
    @ResponseBody
    ResponseEntity<String> robots() {
        return kept(MediaType.TEXT_PLAIN)
                .body(
                        """
                        User-agent: *
                        Disallow: /registrations
                        Disallow: /organiser
                        Disallow: /sign-in
                        Disallow: /newsletter/
                        Disallow: /calendar/
                        Disallow: /preview/
                        Disallow: /time-zone
                        Sitemap: %s
                        """
                                .formatted(publicUrl.resolve("/sitemap.xml")));
    }

    @GetMapping("/manifest.webmanifest")
    @ResponseBody
    ResponseEntity<Manifest> manifest() {
        return kept(MANIFEST).body(manifest);
    }

    private static ResponseEntity.BodyBuilder kept(MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(KEPT_FOR).cachePublic());
    }
}
