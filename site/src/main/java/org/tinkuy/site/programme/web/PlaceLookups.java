package org.tinkuy.site.programme.web;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tinkuy.site.programme.LocatedSession;
import org.tinkuy.site.programme.Session;
import org.tinkuy.site.programme.web.Registrations.Me;
import org.tinkuy.site.programme.web.Registrations.Own;
import org.tinkuy.site.programme.web.Registrations.Seats;
import org.tinkuy.site.upstream.InPieces;
import org.tinkuy.site.visitor.Cookies;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// What a place's page asks for, and does without where the answer is late.
@Component
class PlaceLookups {

    private static final Logger log = LoggerFactory.getLogger(PlaceLookups.class);

    private final Registrations registrations;
    private final Cookies cookies;
    private final Clock clock;

    PlaceLookups(Registrations registrations, Cookies cookies, Clock clock) {
        this.registrations = registrations;
        this.cookies = cookies;
        this.clock = clock;
    }

    /// @param held the sessions that this browser asked for, until its code is over
    /// @param me empty: a stranger, or not known now
    record Found(
            Map<UUID, Seats> seats,
            Map<UUID, Own> own,
            Set<UUID> held,
            NeededFields needed,
            Optional<Me> me) {

        /// Where nobody is asked.
        static final Found NOTHING =
                new Found(Map.of(), Map.of(), Set.of(), NeededFields.NONE, Optional.empty());

        /// What oneself has keeps nobody else from registering.
        Found ofAnother() {
            return new Found(seats, Map.of(), held, NeededFields.OF_ANOTHER, me);
        }
    }

    Mono<Found> of(Place place, Visitor visitor, ServerWebExchange exchange) {
        return Mono.zip(seats(place), own(visitor), me(visitor))
                .map(found -> {
                    var me = found.getT3();
                    return new Found(
                            found.getT1(),
                            bySession(found.getT2(), me),
                            visitor.isSignedIn() ? Set.of() : held(exchange),
                            visitor.isSignedIn()
                                    ? me.map(NeededFields::of).orElse(NeededFields.NONE)
                                    : NeededFields.OF_A_STRANGER,
                            me);
                });
    }

    /// Whoever looks: of them nothing is read, not even what this browser waits for.
    Mono<Found> ofAStranger(Place place) {
        return seats(place)
                .map(seats ->
                        new Found(
                                seats,
                                Map.of(),
                                Set.of(),
                                NeededFields.OF_A_STRANGER,
                                Optional.empty()));
    }

    /// What others with the same address have does not keep anybody from registering.
    private static Map<UUID, Own> bySession(List<Own> own, Optional<Me> me) {
        return own.stream()
                .filter(Own::stands)
                .filter(one -> me.map(one::isOf).orElse(true))
                .collect(toMap(Own::sessionId, one -> one, (first, _) -> first));
    }

    private Set<UUID> held(ServerWebExchange exchange) {
        var now = clock.instant();
        return cookies.pending(exchange.getRequest())
                .filter(pending -> !pending.isOver(now))
                .map(pending -> pending.held(now))
                .orElse(Set.of());
    }

    private Mono<Map<UUID, Seats>> seats(Place place) {
        return seats(
                place.sessions().stream()
                        .map(LocatedSession::session)
                        .filter(session -> session.capacity() != null)
                        .map(Session::id)
                        .toList());
    }

    private Mono<Map<UUID, Seats>> seats(List<UUID> sessions) {
        if (sessions.isEmpty()) {
            return Mono.just(Map.of());
        }
        return InPieces.of(sessions, registrations::seats)
                .map(seats -> seats.stream().collect(toMap(Seats::sessionId, seat -> seat)))
                .onErrorResume(failure -> {
                    log.debug("Shown without seats: {}", failure.toString());
                    return Mono.just(Map.of());
                });
    }

    private Mono<List<Own>> own(Visitor visitor) {
        if (!visitor.isSignedIn()) {
            return Mono.just(List.of());
        }
        return registrations
                .own(visitor)
                .onErrorResume(failure -> {
                    log.debug("Shown without own registrations: {}", failure.toString());
                    return Mono.just(List.of());
                });
    }

    private Mono<Optional<Me>> me(Visitor visitor) {
        if (!visitor.isSignedIn()) {
            return Mono.just(Optional.empty());
        }
        return registrations
                .me(visitor)
                .map(Optional::of)
                .onErrorResume(failure -> {
                    log.debug("Shown without one's name: {}", failure.toString());
                    return Mono.just(Optional.empty());
                });
    }
}
