package org.tinkuy.site.account;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.tinkuy.site.upstream.Dispensable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// What registration-service tells the visitor of their own registrations and calendar.
interface OwnRegistrations {

    /// @param name who is registered: several people may share an address
    /// @param position on the waiting list, from 1
    record Registration(
            UUID id,
            UUID sessionId,
            UUID programmeId,
            @Nullable String name,
            String status,
            @Nullable String seat,
            @Nullable Integer position) {}

    record Seats(UUID sessionId, int waiting) {}

    record CalendarSecret(String secret) {}

    @GetExchange("/api/attendees/me/registrations")
    Mono<List<Registration>> all(Visitor visitor);

    /// @param sessions at least one
    @Dispensable
    @GetExchange("/api/seats")
    Mono<List<Seats>> seats(@RequestParam("sessionId") Collection<UUID> sessions);

    @PostExchange("/api/registrations/{registration}/cancellation")
    Mono<Void> cancel(@PathVariable UUID registration, Visitor visitor);

    @Dispensable
    @GetExchange("/api/attendees/me/calendar")
    Mono<CalendarSecret> calendarSecret(Visitor visitor);

    @PostExchange("/api/attendees/me/calendar/renewal")
    Mono<CalendarSecret> renewCalendarSecret(Visitor visitor);
}
