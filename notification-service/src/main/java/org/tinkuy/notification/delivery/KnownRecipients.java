package org.tinkuy.notification.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.people.Addressee;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.Recipients;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who deliveries go to: an attendee, or whomever the feature that owns the kind knows.
@Component
public class KnownRecipients {

    private final List<RecipientSource> features;
    private final Map<DeliveryKind, RecipientSource> sources = new EnumMap<>(DeliveryKind.class);
    private final Recipients attendees;

    KnownRecipients(List<RecipientSource> features, Recipients attendees) {
        this.features = List.copyOf(features);
        features.forEach(source -> source.kinds().forEach(kind -> this.sources.put(kind, source)));
        this.attendees = attendees;
    }

    /// @param kind of a delivery to the recipient
    public record Named(DeliveryKind kind, RecipientId recipient) {}

    /// Whoever is not known any more is absent.
    public Mono<Map<RecipientId, Addressee>> of(Collection<Named> named) {
        var byKind =
                named.stream().collect(groupingBy(Named::kind, mapping(Named::recipient, toSet())));
        return Flux.fromIterable(byKind.entrySet())
                .concatMap(some -> of(some.getKey(), some.getValue()))
                .concatMapIterable(Map::entrySet)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<Map<RecipientId, Addressee>> of(DeliveryKind kind, Set<RecipientId> recipients) {
        var source = sources.get(kind);
        return source == null ? attendees.addressees(recipients) : source.addressees(recipients);
    }

    /// Those of the addresses that their owners confirmed: nobody else becomes an attendee here.
    Mono<Set<String>> confirmed(Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return Mono.just(Set.of());
        }
        return Flux.fromIterable(features)
                .concatMap(feature -> feature.confirmed(addresses))
                .concatWith(attendees.names(addresses).map(Map::keySet))
                .concatMapIterable(some -> some)
                .collect(toSet());
    }
}
