package org.tinkuy.notification.notice;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Deliveries;
import org.tinkuy.notification.delivery.Delivery;
import org.tinkuy.notification.delivery.DeliveryId;
import org.tinkuy.notification.delivery.WaitingDeliveries;
import org.tinkuy.notification.people.RecipientId;
import org.tinkuy.notification.people.Recipients;
import org.tinkuy.notification.people.Schedule;
import org.tinkuy.notification.people.SessionId;
import reactor.core.publisher.Mono;

/// Lets notices go whose parts, recipient and sessions are all known.
@Component
class ReleaseNotices implements WaitingDeliveries {

    private static final int AT_ONCE = 500;

    private final Deliveries deliveries;
    private final Notices notices;
    private final Recipients recipients;
    private final Schedule schedule;

    ReleaseNotices(
            Deliveries deliveries, Notices notices, Recipients recipients, Schedule schedule) {
        this.deliveries = deliveries;
        this.notices = notices;
        this.recipients = recipients;
        this.schedule = schedule;
    }

    @Override
    public Mono<Void> releaseComplete(Instant now) {
        return page(Optional.empty(), now)
                .expand(page ->
                        page.size() < AT_ONCE
                                ? Mono.empty()
                                : page(Optional.of(page.getLast().id()), now))
                .then();
    }

    private Mono<List<Delivery>> page(Optional<DeliveryId> after, Instant now) {
        return deliveries
                .waiting(after.orElse(null), AT_ONCE)
                .delayUntil(page -> page.isEmpty() ? Mono.empty() : release(page, now));
    }

    private Mono<Void> release(List<Delivery> page, Instant now) {
        return notices.parts(page.stream().map(Delivery::key).toList())
                .map(parts -> parts.stream().collect(Collectors.groupingBy(Notices.Part::act)))
                .flatMap(parts ->
                        Mono.zip(
                                recipients.addressees(
                                        page.stream().map(Delivery::recipient).toList()),
                                schedule.details(sessions(parts)),
                                (people, sessions) ->
                                        complete(page, parts, people.keySet(), sessions.keySet())))
                .filter(complete -> !complete.isEmpty())
                .flatMap(complete -> deliveries.release(complete, now));
    }

    private static Set<SessionId> sessions(Map<String, List<Notices.Part>> parts) {
        var sessions = new HashSet<SessionId>();
        parts.values().forEach(act -> act.forEach(part -> sessions.add(part.session())));
        return sessions;
    }

    private static List<DeliveryId> complete(
            List<Delivery> page,
            Map<String, List<Notices.Part>> parts,
            Set<RecipientId> people,
            Set<SessionId> sessions) {
        return page.stream()
                .filter(delivery -> people.contains(delivery.recipient()))
                .filter(delivery -> {
                    var act = parts.getOrDefault(delivery.key(), List.of());
                    return act.size() == delivery.about().size()
                            && act.stream().allMatch(part -> sessions.contains(part.session()));
                })
                .map(Delivery::id)
                .toList();
    }
}
