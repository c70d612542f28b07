package org.tinkuy.notification.newsletter;

import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.Schedule;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

/// Of what was ever published: people are registered for it also when it is no longer.
@Component
class PublishedImprints implements Imprints {

    private final Newsletters newsletters;
    private final Schedule schedule;

    PublishedImprints(Newsletters newsletters, Schedule schedule) {
        this.newsletters = newsletters;
        this.schedule = schedule;
    }

    @Override
    public Mono<Imprint> of(ProgrammeId programme, Audience audience) {
        return switch (audience) {
            case Audience.Subscribers _ -> newsletters.of(programme).map(Imprint.OfNewsletter::new);
            case Audience.OfSession(var session, var waitingToo) ->
                    ofSession(programme, session, waitingToo);
            case Audience.OfEvent(var event, var waitingToo) ->
                    ofEvent(programme, event, waitingToo);
        };
    }

    private Mono<Imprint> ofSession(ProgrammeId programme, SessionId session, boolean waitingToo) {
        return schedule.programmeOf(session)
                .filter(programme::equals)
                .flatMap(_ -> schedule.details(Set.of(session)))
                .mapNotNull(details -> details.get(session))
                .map(details -> new Imprint.OfSession(details, waitingToo));
    }

    private Mono<Imprint> ofEvent(ProgrammeId programme, UUID event, boolean waitingToo) {
        return schedule.programme(programme)
                .mapNotNull(its -> {
                    var found = its.events().get(event);
                    return found == null
                            ? null
                            : new Imprint.OfEvent(
                                    its.title(), its.contact(), found.title(), waitingToo);
                });
    }
}
