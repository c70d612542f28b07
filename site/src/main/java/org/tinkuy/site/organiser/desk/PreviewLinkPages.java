package org.tinkuy.site.organiser.desk;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.languages.Zones;
import org.tinkuy.site.SiteProperties;
import org.tinkuy.site.organiser.desk.PreviewLinks.Made;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Where an organiser makes a link that shows the drafts to colleagues, and takes it back.
@Controller
class PreviewLinkPages {

    private static final String PATH = Desk.PATH + "/{programme}/previews";

    /// After how many days a link may end.
    private static final List<Integer> DAYS = List.of(1, 7, 14, 30, 90);

    private static final int USUAL = 14;

    private final PreviewLinks links;
    private final Drafts drafts;
    private final RegisteredPeople people;
    private final URI publicUrl;
    private final Clock clock;

    PreviewLinkPages(
            PreviewLinks links,
            Drafts drafts,
            RegisteredPeople people,
            SiteProperties properties,
            Clock clock) {
        this.links = links;
        this.drafts = drafts;
        this.people = people;
        this.publicUrl = properties.publicUrl();
        this.clock = clock;
    }

    @GetMapping(PATH)
    Mono<Rendering> list(
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String done,
            Visitor visitor) {
        var id = Desk.programme(programme, visitor);
        return page(
                id,
                visitor,
                page -> "taken-back".equals(done) ? page.modelAttribute("done", true) : page);
    }

    /// The link is on the page that answers, and nowhere any more afterwards.
    @PostMapping(PATH)
    Mono<Rendering> make(
            @PathVariable String programme, Visitor visitor, ServerWebExchange exchange) {
        var id = Desk.programme(programme, visitor);
        return exchange.getFormData()
                .flatMap(form -> {
                    var days = days(form.getFirst("days"));
                    return days.isEmpty()
                            ? refused(
                                    id,
                                    "desk.preview.no-days",
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    visitor)
                            : links.make(id, new PreviewLinks.New(days.get()), visitor)
                                    .flatMap(made -> page(id, visitor, page -> shown(page, made)));
                })
                .onErrorResume(
                        failure ->
                                failure instanceof ServiceProblem problem
                                        && problem.is("too-many-previews"),
                        _ -> refused(id, "desk.preview.too-many", HttpStatus.CONFLICT, visitor))
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ ->
                                refused(
                                        id,
                                        "move.fault.unavailable",
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        visitor));
    }

    private Rendering.Builder<?> shown(Rendering.Builder<?> page, Made made) {
        return page.modelAttribute("made", made)
                .modelAttribute("address", publicUrl.resolve("/preview/" + made.secret()));
    }

    private Mono<Rendering> refused(UUID id, String fault, HttpStatus status, Visitor visitor) {
        return page(id, visitor, page -> page.status(status).modelAttribute("fault", fault));
    }

    @PostMapping(PATH + "/{link}/removal")
    Mono<Rendering> takeBack(
            @PathVariable String programme, @PathVariable String link, Visitor visitor) {
        var id = Desk.programme(programme, visitor);
        return links.takeBack(id, Desk.id(link), visitor)
                .thenReturn(Desk.seeOther(Desk.path(id) + "/previews?done=taken-back"))
                .onErrorResume(
                        ServiceUnavailable.class,
                        _ ->
                                refused(
                                        id,
                                        "move.fault.unavailable",
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        visitor));
    }

    private Mono<Rendering> page(
            UUID id, Visitor visitor, UnaryOperator<Rendering.Builder<?>> more) {
        return Mono.zip(
                        drafts.programme(id, visitor),
                        links.list(id, visitor),
                        RegisteredPeople.names(people, id, visitor))
                .map(all -> {
                    var zone = all.getT1().text("timeZone");
                    return more.apply(
                                    Desk.page("organiser-desk-previews", visitor)
                                            .modelAttribute("desk", Desk.path(id))
                                            .modelAttribute("programme", all.getT1())
                                            .modelAttribute("links", all.getT2())
                                            .modelAttribute("organisers", all.getT3())
                                            .modelAttribute("now", clock.instant())
                                            .modelAttribute("days", DAYS)
                                            .modelAttribute("usual", USUAL)
                                            .modelAttribute(
                                                    "zone",
                                                    Zones.named(zone).orElse(ZoneId.of("UTC"))))
                            .build();
                });
    }

    /// Empty for what was not offered.
    private static Optional<Integer> days(@Nullable String text) {
        return DAYS.stream().filter(days -> days.toString().equals(text)).findFirst();
    }
}
