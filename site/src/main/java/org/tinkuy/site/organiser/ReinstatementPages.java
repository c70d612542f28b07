package org.tinkuy.site.organiser;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.tinkuy.site.organiser.ScheduledSessions.Cancellation;
import org.tinkuy.site.programme.Schedule;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// A cancelled session takes place after all: drafted at once, published where all drafts are.
/// Until then it may be left cancelled.
@Controller
class ReinstatementPages {

    private static final String PATH = "/organiser/sessions/{id}/reinstatement";

    private final ScheduledSessions sessions;

    ReinstatementPages(ScheduledSessions sessions) {
        this.sessions = sessions;
    }

    @PostMapping(PATH)
    Mono<Rendering> reinstate(@PathVariable String id, Visitor visitor, Schedule schedule) {
        var at = Organisers.session(id, visitor, schedule);
        return sessions.reinstate(at.session().id(), visitor)
                .map(_ -> seeOther("/organiser/desk/" + at.programme().id() + "/changes"));
    }

    @PostMapping(PATH + "/removal")
    Mono<Rendering> leaveCancelled(@PathVariable String id, Visitor visitor, Schedule schedule) {
        var session = Organisers.session(id, visitor, schedule).session().id();
        return sessions.cancel(session, new Cancellation(Map.of()), visitor)
                .map(_ -> seeOther(SessionPages.path(session)));
    }

    private static Rendering seeOther(String path) {
        return Rendering.redirectTo(path).status(HttpStatus.SEE_OTHER).build();
    }
}
