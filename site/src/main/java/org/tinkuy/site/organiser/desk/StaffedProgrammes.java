package org.tinkuy.site.organiser.desk;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tinkuy.site.programme.InWords;
import org.tinkuy.site.programme.Programme;
import org.tinkuy.site.programme.PublishedSchedule;
import org.tinkuy.site.visitor.Phrase;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// What programmes are called for whoever works on them: not everybody sees the drafts.
@Component
class StaffedProgrammes {

    private final Drafts drafts;
    private final PublishedSchedule schedule;

    StaffedProgrammes(Drafts drafts, PublishedSchedule schedule) {
        this.drafts = drafts;
        this.schedule = schedule;
    }

    /// Empty if it is not published, and the visitor does not plan it.
    Mono<Optional<Phrase>> title(UUID programme, Visitor visitor) {
        return organises(programme, visitor)
                ? drafts.programme(programme, visitor)
                        .map(draft ->
                                Optional.ofNullable(InWords.of(visitor).text(draft.texts("title"))))
                : Mono.just(published(programme, visitor));
    }

    Optional<Phrase> published(UUID programme, Visitor visitor) {
        return schedule.current()
                .programme(programme)
                .map(known -> InWords.of(visitor).text(known.title()));
    }

    /// By whose clock times are told where the visitor's is not known.
    ZoneId zone(UUID programme) {
        return schedule.current()
                .programme(programme)
                .map(Programme::timeZone)
                .orElse(ZoneOffset.UTC);
    }

    /// Where whoever looked at the staff goes on.
    String back(UUID programme, Visitor visitor) {
        return organises(programme, visitor)
                ? Desk.path(programme)
                : "/organiser/campaigns?programme=" + programme;
    }

    private static boolean organises(UUID programme, Visitor visitor) {
        var caller = visitor.caller();
        return caller != null && caller.mayOrganise(programme);
    }
}
