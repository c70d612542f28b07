package org.tinkuy.registration.registration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.registration.identity.PersonalFields;
import org.tinkuy.registration.registration.RegistrationLists;
import org.tinkuy.registration.seats.Pool;
import org.tinkuy.registration.seats.SessionId;
import reactor.core.publisher.Flux;

@RestController
class SeatApi {

    private static final int MOST_SESSIONS = 200;

    /// @param capacity absent: as many as come Seats that are held while an address is being
    ///   confirmed are not told: they would say whether an address is registered already.
    ///
    /// @param taken confirmed
    /// @param left not confirmed; some of them may be held
    /// @param waiting people on the waiting list
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Seats(
            UUID sessionId,
            @Nullable Integer capacity,
            int taken,
            @Nullable Integer left,
            int waiting) {

        static Seats of(Pool pool) {
            return new Seats(
                    pool.session().value(),
                    pool.capacity(),
                    pool.confirmed(),
                    pool.left(),
                    pool.waiting());
        }
    }

    private final RegistrationLists lists;

    SeatApi(RegistrationLists lists) {
        this.lists = lists;
    }

    @GetMapping("/api/seats")
    Flux<Seats> seats(@RequestParam(required = false) @Nullable List<String> sessionId) {
        var ids = checked(sessionId == null ? List.of() : sessionId);
        return ids.isEmpty() ? Flux.empty() : lists.pools(ids).map(Seats::of);
    }

    private static List<SessionId> checked(List<String> given) {
        var fields = new PersonalFields();
        if (given.size() > MOST_SESSIONS) {
            fields.wrong("sessionId", "too-many", "At most " + MOST_SESSIONS + " at a time.");
        }
        var ids = new ArrayList<SessionId>();
        for (var text : given) {
            var id = fields.id("sessionId", text);
            if (id != null) {
                ids.add(new SessionId(id));
            }
        }
        fields.refuseIfAny();
        return ids;
    }
}
