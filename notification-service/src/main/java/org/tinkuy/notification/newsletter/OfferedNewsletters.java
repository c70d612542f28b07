package org.tinkuy.notification.newsletter;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.Schedule;
import reactor.core.publisher.Mono;

/// What programmes say of their newsletters.
@Component
class OfferedNewsletters implements Newsletters {

    private final Schedule schedule;

    OfferedNewsletters(Schedule schedule) {
        this.schedule = schedule;
    }

    @Override
    public Mono<Newsletter> of(ProgrammeId programme) {
        return schedule.programme(programme).mapNotNull(OfferedNewsletters::newsletter);
    }

    private static @Nullable Newsletter newsletter(Schedule.Programme programme) {
        var policy = programme.newsletter();
        return policy == null
                ? null
                : new Newsletter(
                        programme.id(),
                        programme.slug(),
                        programme.title(),
                        programme.contact(),
                        policy.name(),
                        policy.acknowledgement());
    }
}
