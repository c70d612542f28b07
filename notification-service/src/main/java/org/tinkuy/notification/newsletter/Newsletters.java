package org.tinkuy.notification.newsletter;

import org.tinkuy.notification.people.ProgrammeId;
import reactor.core.publisher.Mono;

/// The newsletters that published programmes offer.
public interface Newsletters {

    /// Empty if the programme is unknown or offers none.
    Mono<Newsletter> of(ProgrammeId programme);
}
