package org.tinkuy.site.organiser.desk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.tinkuy.site.upstream.Dispensable;
import org.tinkuy.site.upstream.InPieces;
import org.tinkuy.site.upstream.ServiceUnavailable;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// How many are registered for sessions. A page does without where the numbers are late.
interface RegisteredPeople {

    /// @param name empty: none was given
    record Organiser(UUID id, String name, String address) {

        private String inWords() {
            return name.isBlank() ? address : name;
        }
    }

    /// As messages count people: how many they are is not known.
    int NOT_KNOWN = -1;

    /// @param taken by people who have a seat, or hold one
    record Seats(UUID sessionId, int taken, int waiting) {

        static final Seats NONE = new Seats(new UUID(0, 0), 0, 0);

        int people() {
            return taken + waiting;
        }
    }

    /// @param sessions some ([InPieces])
    @Dispensable
    @GetExchange("/api/seats")
    Mono<List<Seats>> seats(@RequestParam("sessionId") Collection<UUID> sessions);

    /// @return by session; of one that nobody is registered for nothing is told, and of none where
    ///   that is late
    static Mono<Map<UUID, Seats>> of(RegisteredPeople people, Collection<UUID> sessions) {
        return InPieces.of(sessions, people::seats)
                .onErrorReturn(ServiceUnavailable.class, List.of())
                .map(all ->
                        all.stream()
                                .collect(Collectors.toMap(Seats::sessionId, Function.identity())));
    }

    /// Not guessed: fails while nobody can tell.
    static Mono<Integer> in(RegisteredPeople people, Collection<UUID> sessions) {
        return InPieces.of(sessions, people::seats)
                .map(all -> all.stream().mapToInt(Seats::people).sum());
    }

    /// Who may change something in a programme.
    @Dispensable
    @GetExchange("/api/organisers")
    Mono<List<Organiser>> organisers(@RequestParam UUID programmeId, Visitor visitor);

    /// What those are called. A page does without where that is late.
    static Mono<Map<UUID, String>> names(RegisteredPeople people, UUID programme, Visitor visitor) {
        return people.organisers(programme, visitor)
                .onErrorReturn(List.of())
                .map(all ->
                        all.stream()
                                .collect(
                                        Collectors.toMap(
                                                Organiser::id,
                                                Organiser::inWords,
                                                (first, _) -> first)));
    }
}
