package org.tinkuy.site.organiser;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.tinkuy.site.upstream.Dispensable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// What registration-service tells organisers.
interface AttendeeRegistrations {

    /// @param status `null`: any
    record Filter(
            UUID programmeId,
            @Nullable UUID sessionId,
            @Nullable String status,
            @Nullable String after) {}

    record Page(List<AttendeeRegistration> items, @Nullable String next) {}

    record AttendeeRegistration(
            UUID id,
            UUID sessionId,
            UUID programmeId,
            String status,
            @Nullable String seat,
            @Nullable Integer position,
            Instant requestedAt,
            Registrant attendee) {}

    record Registrant(String name, String address, String language) {}

    record Seats(UUID sessionId, int taken, int waiting) {

        /// Of a session that nobody registered for nothing is told.
        static Seats nobodyAt(UUID session) {
            return new Seats(session, 0, 0);
        }
    }

    /// @param name empty: none was given
    record Organiser(UUID id, String name, String address) {

        String inWords() {
            return name.isBlank() ? address : name;
        }
    }

    @GetExchange("/api/registrations")
    Mono<Page> page(
            @RequestParam UUID programmeId,
            @RequestParam(required = false) @Nullable UUID sessionId,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor);

    /// @param sessions at least one
    @Dispensable
    @GetExchange("/api/seats")
    Mono<List<Seats>> seats(@RequestParam("sessionId") Collection<UUID> sessions);

    /// How many are told of a change. A page does without where the number is late.
    static Mono<Integer> people(AttendeeRegistrations registrations, UUID session) {
        return registrations
                .seats(List.of(session))
                .onErrorReturn(List.of())
                .map(all -> all.stream().mapToInt(one -> one.taken() + one.waiting()).sum());
    }

    /// Who may change something in a programme.
    @Dispensable
    @GetExchange("/api/organisers")
    Mono<List<Organiser>> organisers(@RequestParam UUID programmeId, Visitor visitor);
}
