package org.tinkuy.notification.delivery;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.RecipientId;
import reactor.core.publisher.Mono;

/// Knows who is behind recipients that are no attendees; a feature that has such has one.
public interface RecipientSource {

    Set<DeliveryKind> kinds();

    /// Whoever is not known any more is absent.
    Mono<Map<RecipientId, Addressee>> addressees(Collection<RecipientId> recipients);

    /// Those of the addresses that their owners confirmed.
    Mono<Set<String>> confirmed(Collection<String> addresses);
}
