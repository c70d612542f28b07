package org.tinkuy.site.programme.web;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.tinkuy.languages.Language;
import org.tinkuy.site.SiteProperties;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.timetable.Region;
import org.tinkuy.site.visitor.Preferences;

/// Every public page in every language, for search engines (sitemaps.org 0.9; alternates as Google
/// reads them). Slugs are letters, digits and hyphens, so nothing needs escaping.
@Controller
class Sitemap {

    private static final Duration KEPT_FOR = Duration.ofHours(1);

    private final URI publicUrl;
    private final Clock clock;

    Sitemap(SiteProperties properties, Clock clock) {
        this.publicUrl = properties.publicUrl();
        this.clock = clock;
    }

    @GetMapping("/sitemap.xml")
    @ResponseBody
    ResponseEntity<String> of(Schedule schedule) {
        var programmes = schedule.programmes(clock.instant());
        var pages =
                Stream.of(
                                Stream.of("/", "/regions"),
                                programmes.stream()
                                        .flatMap(programme -> pages(programme, schedule)),
                                Region.of(programmes.stream()).stream().map(Region::path))
                        .flatMap(Function.identity())
                        .map(publicUrl::resolve)
                        .map(Sitemap::entry)
                        .collect(Collectors.joining());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(CacheControl.maxAge(KEPT_FOR).cachePublic())
                .body(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
                        %s</urlset>
                        """
                                .formatted(pages));
    }

    private static Stream<String> pages(Programme programme, Schedule schedule) {
        return Stream.of(
                        Stream.of(LocatedSession.path(programme)),
                        programme.events().stream()
                                .map(event -> LocatedSession.path(programme, event)),
                        programme.speakers().stream()
                                .map(speaker -> LocatedSession.path(programme, speaker)),
                        schedule.locatedIn(programme).isEmpty()
                                ? Stream.<String>empty()
                                : Stream.of("/timetables/" + programme.slug()))
                .flatMap(Function.identity());
    }

    private static String entry(URI page) {
        return Stream.of(Language.values())
                .map(language ->
                        "<xhtml:link rel=\"alternate\" hreflang=\"%1$s\" href=\"%2$s?%3$s=%1$s\"/>"
                                .formatted(language.tag(), page, Preferences.LANGUAGE_PARAMETER))
                .collect(Collectors.joining("", "<url><loc>" + page + "</loc>", "</url>\n"));
    }
}
