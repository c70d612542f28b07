package org.tinkuy.notification.newsletter;

import org.tinkuy.notification.people.ProgrammeId;
import reactor.core.publisher.Mono;

/// What mails say of why they come.
public interface Imprints {

    /// Empty where there is no such newsletter, event or session of the programme, or no more.
    Mono<Imprint> of(ProgrammeId programme, Audience audience);
}
