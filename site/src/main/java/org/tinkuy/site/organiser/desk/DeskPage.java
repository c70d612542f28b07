package org.tinkuy.site.organiser.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.tinkuy.site.organiser.desk.Drafts.Change;
import org.tinkuy.site.organiser.desk.Drafts.Changes;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// A programme's desk: what is missing, all that belongs to it, and what was not published yet.
@Controller
class DeskPage {

    private static final Set<String> DONE =
            Set.of(
                    "begun",
                    "saved",
                    "removed",
                    "speaker-removed",
                    "withdrawn",
                    "published",
                    "planned",
                    "called-off",
                    "copied",
                    "unpublished",
                    "off",
                    "unarchived");

    /// More would hide what else the page shows.
    private static final int MISSING_SHOWN = 12;

    private final Drafts drafts;

    DeskPage(Drafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping(Desk.PATH + "/{programme}")
    Mono<Rendering> show(
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String done,
            Visitor visitor) {
        var id = Desk.programme(programme, visitor);
        return Mono.zip(
                        plan(drafts, id, visitor),
                        drafts.changes(id, null, visitor),
                        planned(id, visitor),
                        ending(id, visitor))
                .map(all -> {
                    var page = page(all.getT1(), all.getT2(), done, visitor);
                    all.getT3().ifPresent(planned -> page.modelAttribute("planned", planned));
                    all.getT4().ifPresent(ending -> page.modelAttribute("ending", ending));
                    return page.build();
                });
    }

    static Mono<Plan> plan(Drafts drafts, UUID id, Visitor visitor) {
        return Mono.zip(
                        drafts.programme(id, visitor),
                        drafts.parts(id, Part.EVENT.path(), visitor),
                        drafts.sessions(id, visitor),
                        drafts.parts(id, Part.SPEAKER.path(), visitor))
                .map(all -> new Plan(all.getT1(), all.getT2(), all.getT3(), all.getT4()));
    }

    /// The page does without where the answer is late.
    private Mono<Optional<Drafts.Planned>> planned(UUID id, Visitor visitor) {
        return drafts.planned(id, visitor).map(Optional::of).onErrorReturn(Optional.empty());
    }

    /// Likewise.
    private Mono<Optional<Drafts.Ending>> ending(UUID id, Visitor visitor) {
        return drafts.ending(id, visitor).map(Optional::of).onErrorReturn(Optional.empty());
    }

    private static Rendering.Builder<?> page(
            Plan plan, Changes changes, @Nullable String done, Visitor visitor) {
        var missing = Missing.in(plan);
        var page =
                Desk.page("organiser-desk", visitor)
                        .modelAttribute("desk", Desk.path(plan.programme().id()))
                        .modelAttribute("programme", plan.programme())
                        .modelAttribute("plan", plan)
                        .modelAttribute("zone", plan.zone())
                        .modelAttribute("owner", Desk.caller(visitor).ownsOrganisation())
                        .modelAttribute("missing", missing.stream().limit(MISSING_SHOWN).toList())
                        .modelAttribute("more", Math.max(0, missing.size() - MISSING_SHOWN))
                        .modelAttribute("changes", changes.changes().size())
                        .modelAttribute("states", states(plan, changes))
                        .modelAttribute("published", isPublished(changes));
        if (done != null && DONE.contains(done)) {
            page.modelAttribute("done", done);
        }
        return page;
    }

    private static boolean isPublished(Changes changes) {
        return changes.changes().stream()
                .noneMatch(change ->
                        change.part().equals("programme") && change.change().equals("added"));
    }

    /// Of events, speakers and sessions that others do not see as they are drafted, and of those
    /// that do not take place: `added`, `changed`, `hidden` or `cancelled`, by id.
    private static Map<UUID, String> states(Plan plan, Changes changes) {
        var states = new HashMap<UUID, String>();
        for (Change change : changes.changes()) {
            states.put(change.id(), change.change());
        }
        for (var speaker : plan.speakers()) {
            if (!speaker.states("agreed")) {
                states.put(speaker.id(), "hidden");
            }
        }
        for (var session : plan.sessions()) {
            if (session.states("cancelled")) {
                states.put(session.id(), "cancelled");
            }
        }
        return states;
    }
}
