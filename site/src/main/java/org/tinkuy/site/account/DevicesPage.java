package org.tinkuy.site.account;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.page.NoSuchPage;
import org.tinkuy.site.page.SignInFirst;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Where one is signed in, and an end to it: for the phone that was lost, or the computer of a hub.
@Controller
class DevicesPage {

    private static final String PATH = "/registrations/devices";

    /// What a visitor comes from, told at the top of the list.
    private static final Set<String> DONE = Set.of("one", "others");

    /// For a visitor whose zone is not known; the page says it beside the times.
    private static final ZoneId OTHERWISE = ZoneOffset.UTC;

    private final Devices devices;

    DevicesPage(Devices devices) {
        this.devices = devices;
    }

    @GetMapping(PATH)
    Mono<Rendering> list(@RequestParam(required = false) @Nullable String done, Visitor visitor) {
        return devices.all(signedIn(visitor))
                .map(all -> {
                    var page =
                            Rendering.view("devices")
                                    .header("Cache-Control", "no-store")
                                    .modelAttribute("in", InWords.of(visitor))
                                    .modelAttribute("otherwise", OTHERWISE)
                                    .modelAttribute("devices", all);
                    return done != null && DONE.contains(done)
                            ? page.modelAttribute("done", "devices.done." + done).build()
                            : page.build();
                });
    }

    /// One that has ended meanwhile is ended.
    @PostMapping(PATH + "/end")
    Mono<Rendering> end(Visitor visitor, ServerWebExchange exchange) {
        signedIn(visitor);
        return exchange.getFormData()
                .map(form -> id(form.getFirst("device")))
                .flatMap(device -> devices.end(device, visitor))
                .onErrorResume(
                        ServiceProblem.class,
                        refused -> refused.status() == 404 ? Mono.empty() : Mono.error(refused))
                .thenReturn(SignInPages.seeOther(PATH + "?done=one"));
    }

    @PostMapping(PATH + "/end-others")
    Mono<Rendering> endOthers(Visitor visitor) {
        return devices.endOthers(signedIn(visitor))
                .thenReturn(SignInPages.seeOther(PATH + "?done=others"));
    }

    private static UUID id(@Nullable String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException _) {
            throw new NoSuchPage();
        }
    }

    private static Visitor signedIn(Visitor visitor) {
        if (!visitor.isSignedIn()) {
            throw new SignInFirst();
        }
        return visitor;
    }
}
