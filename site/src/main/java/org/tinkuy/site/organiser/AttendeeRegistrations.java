package org.tinkuy.site.organiser;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.tinkuy.site.upstream.Dispensable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What registration-service tells organisers.
interface AttendeeRegistrations {

    /// @param status `null`: any
    /// @param search words of a name or an address; `null`: anybody
    record Filter(
            UUID programmeId,
            @Nullable UUID eventId,
            @Nullable UUID sessionId,
            @Nullable String status,
            @Nullable String search) {}

    record Page(List<AttendeeRegistration> items, @Nullable String next) {}

    /// @param attendee `null`: erased
    record AttendeeRegistration(
            UUID id,
            UUID sessionId,
            UUID programmeId,
            String status,
            @Nullable String seat,
            @Nullable Integer position,
            Instant requestedAt,
            @Nullable Registrant attendee) {}

    /// @param waitlistedAt also of who has a seat by now
    /// @param attendee `null`: erased
    record Exported(
            UUID id,
            UUID sessionId,
            String status,
            Instant requestedAt,
            @Nullable Instant waitlistedAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant cancelledAt,
            @Nullable Registrant attendee) {}

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
            @RequestParam(required = false) @Nullable UUID eventId,
            @RequestParam(required = false) @Nullable UUID sessionId,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor);

    /// All of them, however many.
    @GetExchange("/api/registrations/export")
    Mono<ResponseEntity<Flux<Exported>>> export(
            @RequestParam UUID programmeId,
            @RequestParam(required = false) @Nullable UUID eventId,
            @RequestParam(required = false) @Nullable UUID sessionId,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String search,
            Visitor visitor);

    /// @param sessions some ([InPieces])
    @Dispensable
    @GetExchange("/api/seats")
    Mono<List<Seats>> seats(@RequestParam("sessionId") Collection<UUID> sessions);

    /// As messages count people: how many they are is not known.
    int NOT_KNOWN = -1;

    /// How many are told of a change; [#NOT_KNOWN] where the number is late.
    static Mono<Integer> people(AttendeeRegistrations registrations, UUID session) {
        return registrations
                .seats(List.of(session))
                .map(all -> all.stream().mapToInt(one -> one.taken() + one.waiting()).sum())
                .onErrorReturn(NOT_KNOWN);
    }

    /// Who may change something in a programme.
    @Dispensable
    @GetExchange("/api/organisers")
    Mono<List<Organiser>> organisers(@RequestParam UUID programmeId, Visitor visitor);
}
