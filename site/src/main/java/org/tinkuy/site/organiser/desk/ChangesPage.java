package org.tinkuy.site.organiser.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.organiser.desk.Drafts.Change;
import org.tinkuy.site.organiser.desk.Drafts.Changes;
import org.tinkuy.site.page.LargeForm;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.upstream.ServiceProblem;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// What would change for everybody, what speaks against it, and the button that publishes all of
/// it.
@Controller
class ChangesPage {

    private static final String PATH = Desk.PATH + "/{programme}/changes";

    /// @param key of its message; `null`: nothing went wrong
    /// @param unanswered the answers were not enough
    record Fault(@Nullable String key, HttpStatus status, boolean unanswered) {}

    private static final Fault NONE = new Fault(null, HttpStatus.OK, false);
    private static final Fault CHANGED =
            new Fault("desk.changes.changed", HttpStatus.CONFLICT, false);
    private static final Fault UNANSWERED =
            new Fault("desk.changes.refused", HttpStatus.UNPROCESSABLE_CONTENT, true);
    private static final Fault REFUSED =
            new Fault("fault.refused", HttpStatus.UNPROCESSABLE_CONTENT, false);
    private static final Fault NOW_OR_LATER =
            new Fault("desk.plan.now-or-later", HttpStatus.UNPROCESSABLE_CONTENT, false);
    private static final Fault UNAVAILABLE =
            new Fault("move.fault.unavailable", HttpStatus.SERVICE_UNAVAILABLE, false);

    /// @param changes what is there, with all that belongs to the programme
    record Seen(Plan plan, Changes changes) {}

    private final Drafts drafts;
    private final RegisteredPeople people;
    private final ChangeWords words;

    ChangesPage(Drafts drafts, RegisteredPeople people, ChangeWords words) {
        this.drafts = drafts;
        this.people = people;
        this.words = words;
    }

    @GetMapping(PATH)
    Mono<Rendering> look(
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String done,
            Visitor visitor,
            Model model) {
        var id = Desk.programme(programme, visitor);
        if ("restored".equals(done)) {
            model.addAttribute("done", true);
        }
        return seen(id, Answers.NONE, visitor)
                .flatMap(seen -> page(seen, Answers.NONE, NONE, visitor));
    }

    @PostMapping(PATH)
    Mono<Rendering> publish(
            @PathVariable String programme, Visitor visitor, ServerWebExchange exchange) {
        var id = Desk.programme(programme, visitor);
        return LargeForm.of(exchange)
                .map(Answers::of)
                .flatMap(answers ->
                        withWhatIsThere(
                                id, answers, visitor, seen -> publish(id, seen, answers, visitor)));
    }

    private Mono<Rendering> publish(UUID id, Seen seen, Answers answers, Visitor visitor) {
        if (answers.isForLater()) {
            return page(seen, answers, NOW_OR_LATER, visitor);
        }
        return answered(
                drafts.publish(id, answers.against(seen.changes()), visitor)
                        .map(_ -> Desk.seeOther(Desk.path(id) + "?done=published")),
                seen,
                answers,
                visitor);
    }

    /// Where it is refused, what is there now with the answers so far.
    Mono<Rendering> answered(Mono<Rendering> sent, Seen seen, Answers answers, Visitor visitor) {
        var id = seen.plan().programme().id();
        return sent.onErrorResume(
                        ServiceProblem.class,
                        problem ->
                                problem.status() == 400 || problem.status() == 409
                                        ? seen(id, answers, visitor)
                                                .flatMap(now ->
                                                        page(now, answers, fault(problem), visitor))
                                        : Mono.error(problem))
                .onErrorResume(
                        ServiceUnavailable.class, _ -> page(seen, answers, UNAVAILABLE, visitor));
    }

    /// Keeps what was typed while nothing can be read.
    Mono<Rendering> withWhatIsThere(
            UUID id, Answers answers, Visitor visitor, Function<Seen, Mono<Rendering>> step) {
        return seen(id, answers, visitor)
                .flatMap(step)
                .onErrorResume(
                        ServiceUnavailable.class, _ -> Mono.just(kept(id, answers, visitor)));
    }

    private static Fault fault(ServiceProblem problem) {
        return switch (problem.problem().name()) {
            case "draft-changed" -> CHANGED;
            case "changes-refused" -> UNANSWERED;
            default -> REFUSED;
        };
    }

    /// Of what is to be published later, what will speak against it then.
    private Mono<Seen> seen(UUID id, Answers answers, Visitor visitor) {
        var plan = DeskPage.plan(drafts, id, visitor);
        return answers.isForLater()
                ? plan.flatMap(read ->
                        later(id, answers.later(read.zone()).orElse(null), visitor)
                                .map(changes -> new Seen(read, changes)))
                : Mono.zip(plan, drafts.changes(id, null, visitor))
                        .map(both -> new Seen(both.getT1(), both.getT2()));
    }

    /// Where nothing can be planned for that time, that is told when it is sent.
    private Mono<Changes> later(UUID id, @Nullable Instant at, Visitor visitor) {
        return drafts.changes(id, at, visitor)
                .onErrorResume(
                        ServiceProblem.class,
                        problem ->
                                problem.status() == 400
                                        ? drafts.changes(id, null, visitor)
                                        : Mono.error(problem));
    }

    Mono<Rendering> page(Seen seen, Answers answers, Fault fault, Visitor visitor) {
        var changes = seen.changes().changes();
        var concerned =
                changes.stream().filter(ChangeWords::concernsPeople).map(Change::id).toList();
        return RegisteredPeople.of(people, concerned)
                .map(counts -> {
                    var in = InWords.of(visitor);
                    var views =
                            words.of(changes, seen.plan(), answers, fault.unanswered(), counts, in);
                    return builder(seen.plan().programme().id(), fault, visitor)
                            .modelAttribute("plan", seen.plan())
                            .modelAttribute("state", seen.changes().state())
                            .modelAttribute("answers", answers)
                            .modelAttribute("zone", seen.plan().zone())
                            .modelAttribute("changes", views)
                            .modelAttribute("lacking", lacking(views))
                            .modelAttribute("possible", isPossible(views))
                            .build();
                });
    }

    private static List<ChangeView.ObjectionView> lacking(List<ChangeView> views) {
        return views.stream()
                .flatMap(view -> view.objections().stream())
                .filter(ChangeView.ObjectionView::lacking)
                .toList();
    }

    private static boolean isPossible(List<ChangeView> views) {
        return views.stream()
                .flatMap(view -> view.objections().stream())
                .noneMatch(objection -> objection.answer().equals("none"));
    }

    /// The list cannot be read: what was answered is kept, to be sent again.
    private static Rendering kept(UUID id, Answers answers, Visitor visitor) {
        return builder(id, UNAVAILABLE, visitor)
                .modelAttribute("state", answers.state())
                .modelAttribute("answers", answers)
                .modelAttribute("kept", answers.typed())
                .modelAttribute("possible", true)
                .build();
    }

    private static Rendering.Builder<?> builder(UUID id, Fault fault, Visitor visitor) {
        var page =
                Desk.page("organiser-desk-changes", visitor)
                        .status(fault.status())
                        .modelAttribute("desk", Desk.path(id));
        return fault.key() == null ? page : page.modelAttribute("fault", fault.key());
    }
}
