package org.tinkuy.registration.registration;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.identity.PersonKey;
import org.tinkuy.registration.identity.SignIns;
import org.tinkuy.registration.seats.Command.Register;
import org.tinkuy.registration.seats.Command.Registrant.Stranger;
import org.tinkuy.registration.seats.Pool;
import org.tinkuy.registration.seats.PoolId;
import reactor.core.publisher.Mono;

/// Finds out who is meant by the stated addresses and names, and has a code mailed to each. What is
/// done and answered is the same for a known address as for an unknown one.
@Component
class MeetStrangers {

    /// @param newcomers those of the attendees whom nobody has known before
    /// @param challenges one per request, in their order
    /// @param unmailed requests that no code was mailed for
    record Met(
            Map<PersonKey, AttendeeId> attendees,
            Set<AttendeeId> newcomers,
            List<SignIns.Challenge> challenges,
            Set<Register> unmailed) {

        static final Met NOBODY = new Met(Map.of(), Set.of(), List.of(), Set.of());

        static Met of(
                List<Register> requests,
                Collection<Attendees.Introduced> introduced,
                List<SignIns.Challenge> opened) {
            var ids = new HashMap<PersonKey, AttendeeId>();
            var newcomers = new HashSet<AttendeeId>();
            for (var one : introduced) {
                ids.put(one.attendee().key(), one.attendee().id());
                if (one.isNew()) {
                    newcomers.add(one.attendee().id());
                }
            }
            return new Met(ids, newcomers, opened, unmailed(requests, opened));
        }

        private static Set<Register> unmailed(
                List<Register> requests, List<SignIns.Challenge> opened) {
            return IntStream.range(0, opened.size())
                    .filter(index -> opened.get(index).notMailedUntil() != null)
                    .mapToObj(requests::get)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private final Attendees attendees;
    private final SignIns signIns;

    MeetStrangers(Attendees attendees, SignIns signIns) {
        this.attendees = attendees;
        this.signIns = signIns;
    }

    Mono<Met> meet(List<Register> requests, Map<PoolId, Pool> pools, Instant now) {
        if (requests.isEmpty()) {
            return Mono.just(Met.NOBODY);
        }
        var introductions =
                Batch.strangers(requests).stream().map(MeetStrangers::introduction).toList();
        return Mono.zipDelayError(
                        attendees.introduce(introductions, now),
                        signIns.open(
                                requests.stream().map(request -> signIn(request, pools)).toList(),
                                now))
                .map(met -> Met.of(requests, met.getT1().values(), met.getT2()));
    }

    private static Attendees.Introduction introduction(Stranger stranger) {
        return new Attendees.Introduction(
                stranger.address(), stranger.name(), stranger.language(), stranger.timeZone());
    }

    private static SignIns.Request signIn(Register register, Map<PoolId, Pool> pools) {
        var stranger = (Stranger) register.registrant();
        var renewal = register.origin().renewal();
        return new SignIns.Request(
                stranger.address(),
                stranger.language(),
                stranger.timeZone(),
                new SignIns.Named(
                        stranger.name(),
                        register.wishes().stream().map(wish -> wish.session().value()).toList(),
                        full(register, pools)),
                renewal == null ? null : renewal.challenge(),
                register.traceparent());
    }

    /// For certain: nobody holds a seat there, whoever asks included, and what is said is the same
    /// to everybody.
    private static Set<UUID> full(Register register, Map<PoolId, Pool> pools) {
        return register.wishes().stream()
                .filter(wish -> isFull(pools.get(wish.pool())))
                .map(wish -> wish.session().value())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isFull(@Nullable Pool pool) {
        return pool != null && pool.isFull();
    }
}
