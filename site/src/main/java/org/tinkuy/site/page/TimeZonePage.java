package org.tinkuy.site.page;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.SiteProperties;
import org.tinkuy.site.visitor.Preferences;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Where a visitor without scripts, or on a borrowed device, says whose clock to show. On a page of
/// its own, because some four hundred names would outweigh every other page.
@Controller
class TimeZonePage {

    private final TimeZones zones;
    private final boolean secure;

    TimeZonePage(TimeZones zones, SiteProperties properties) {
        this.zones = zones;
        this.secure = properties.isSecure();
    }

    @GetMapping("/time-zone")
    Rendering ask(@RequestParam(required = false) @Nullable String next, Visitor visitor) {
        return form(LocalPath.of(next, "/"), visitor).build();
    }

    private Rendering.Builder<?> form(String next, Visitor visitor) {
        var zone = visitor.timeZone();
        return Rendering.view("time-zone")
                .modelAttribute(
                        "zones",
                        zones.choice(visitor.language(), zone == null ? null : zone.getId()))
                .modelAttribute("next", next);
    }

    @PostMapping("/time-zone")
    Mono<Rendering> choose(Visitor visitor, ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> {
                    var next = LocalPath.of(form.getFirst("next"), "/");
                    return Preferences.zone(form.getFirst("timeZone"))
                            .map(zone -> goOn(zone, next, exchange))
                            .orElseGet(() ->
                                    form(next, visitor)
                                            .status(HttpStatus.UNPROCESSABLE_CONTENT)
                                            .modelAttribute("fault", "time-zone.fault")
                                            .build());
                });
    }

    private Rendering goOn(ZoneId zone, String next, ServerWebExchange exchange) {
        exchange.getResponse().addCookie(Preferences.keep(zone, secure));
        return Rendering.redirectTo(next).status(HttpStatus.SEE_OTHER).build();
    }
}
