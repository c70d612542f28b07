package org.tinkuy.notification.newsletter;

import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Suppressions;
import org.tinkuy.notification.newsletter.Subscriptions.Size;
import org.tinkuy.notification.people.ProgrammeId;
import reactor.core.publisher.Mono;

/// How many are on a list, and how many of them mail does not reach.
@Component
public class ListSizes {

    private final Subscriptions subscriptions;
    private final Suppressions suppressions;

    ListSizes(Subscriptions subscriptions, Suppressions suppressions) {
        this.subscriptions = subscriptions;
        this.suppressions = suppressions;
    }

    public Mono<Size> of(ProgrammeId programme) {
        return suppressions.all().flatMap(all -> subscriptions.size(programme, all));
    }
}
