package org.tinkuy.site.organiser.desk;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.organiser.desk.ChangesPage.Fault;
import org.tinkuy.site.organiser.desk.ChangesPage.Seen;
import org.tinkuy.site.organiser.desk.Drafts.WantedPublication;
import org.tinkuy.site.page.LargeForm;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// Publishes what is drafted at a stated time, and calls that off.
@Controller
class PlanPages {

    private static final String PATH = Desk.PATH + "/{programme}/changes/plan";

    private static final Fault UNREADABLE =
            new Fault("desk.plan.unreadable", HttpStatus.UNPROCESSABLE_CONTENT, false);
    private static final Fault NOT_AHEAD =
            new Fault("desk.plan.not-ahead", HttpStatus.UNPROCESSABLE_CONTENT, false);

    private final Drafts drafts;
    private final ChangesPage changes;

    PlanPages(Drafts drafts, ChangesPage changes) {
        this.drafts = drafts;
        this.changes = changes;
    }

    /// What was answered to what speaks against it goes along.
    @PostMapping(PATH)
    Mono<Rendering> plan(
            @PathVariable String programme, Visitor visitor, ServerWebExchange exchange) {
        var id = Desk.programme(programme, visitor);
        return LargeForm.of(exchange)
                .map(Answers::of)
                .flatMap(answers ->
                        changes.withWhatIsThere(
                                id, answers, visitor, seen -> plan(id, seen, answers, visitor)));
    }

    private Mono<Rendering> plan(UUID id, Seen seen, Answers answers, Visitor visitor) {
        var at = answers.later(seen.plan().zone());
        if (at.isEmpty()) {
            return changes.page(seen, answers, UNREADABLE, visitor);
        }
        var said = answers.against(seen.changes());
        var wanted =
                new WantedPublication(
                        at.get(), said.state(), said.override(), said.meant(), said.note());
        var planned =
                drafts.plan(id, wanted, visitor)
                        .map(_ -> Desk.seeOther(Desk.path(id) + "?done=planned"))
                        .onErrorResume(
                                failure ->
                                        failure instanceof ServiceProblem problem
                                                && problem.status() == 400,
                                _ -> changes.page(seen, answers, NOT_AHEAD, visitor));
        return changes.answered(planned, seen, answers, visitor);
    }

    @PostMapping(PATH + "/removal")
    Mono<Rendering> callOff(@PathVariable String programme, Visitor visitor) {
        var id = Desk.programme(programme, visitor);
        return drafts.callOff(id, visitor)
                .thenReturn(Desk.seeOther(Desk.path(id) + "?done=called-off"));
    }
}
