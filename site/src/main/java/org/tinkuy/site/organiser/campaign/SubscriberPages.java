package org.tinkuy.site.organiser.campaign;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Takes somebody off a newsletter's list who asked the organisers for it.
@Controller
class SubscriberPages {

    private final Subscribers subscribers;
    private final Editors editors;

    SubscriberPages(Subscribers subscribers, Editors editors) {
        this.subscribers = subscribers;
        this.editors = editors;
    }

    /// The address is not in the page's own address: that is kept in histories and logs.
    @PostMapping(CampaignPages.PATH + "/removals")
    Mono<Rendering> remove(Visitor visitor, Schedule schedule, ServerWebExchange exchange) {
        return exchange.getFormData()
                .flatMap(form -> {
                    var its =
                            editors.programme(
                                    Editors.id(form.getFirst("programme")), visitor, schedule);
                    var address = String.valueOf(form.getFirst("address")).strip();
                    return subscribers
                            .remove(its.id(), new Subscribers.Leaving(address), visitor)
                            .map(answer -> answer.removed() ? "removed" : "not-on-list")
                            .onErrorResume(
                                    ServiceProblem.class,
                                    problem ->
                                            problem.status() == HttpStatus.BAD_REQUEST.value()
                                                    ? Mono.just("no-address")
                                                    : Mono.error(problem))
                            .map(done ->
                                    CampaignPages.seeOther(
                                            CampaignPages.PATH
                                                    + "?programme="
                                                    + its.id()
                                                    + "&done="
                                                    + done));
                });
    }
}
