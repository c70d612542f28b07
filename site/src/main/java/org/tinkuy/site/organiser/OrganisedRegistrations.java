package org.tinkuy.site.organiser;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import org.tinkuy.site.organiser.AttendeeRegistrations.Registrant;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// One registration, for those who organise its programme.
@HttpExchange("/api/registrations/{id}")
interface OrganisedRegistrations {

    /// @param position on the waiting list; `null`: nobody waits
    /// @param reason why it is cancelled
    /// @param attendee `null`: erased
    /// @param addressConfirmed whether a code came back from the address under this name
    /// @param history the oldest first
    record One(
            UUID id,
            UUID sessionId,
            UUID programmeId,
            String status,
            @Nullable Integer position,
            @Nullable String reason,
            @Nullable Registrant attendee,
            boolean addressConfirmed,
            @Nullable String note,
            List<Act> history) {

        public boolean isOver() {
            return status.equals("cancelled") || status.equals("lapsed");
        }

        public boolean isWaiting() {
            return status.equals("waitlisted");
        }
    }

    /// @param by the organiser who did it; `null`: the attendee, or nobody
    /// @param text a note, or the former name
    record Act(Instant at, String what, @Nullable UUID by, @Nullable String text) {}

    record Note(String text) {}

    record Name(String name) {}

    @GetExchange
    Mono<One> one(@PathVariable UUID id, Visitor visitor);

    @PostExchange("/cancellation")
    Mono<Void> cancel(@PathVariable UUID id, Visitor visitor);

    @PostExchange("/promotion")
    Mono<Void> promote(@PathVariable UUID id, Visitor visitor);

    @PutExchange("/note")
    Mono<Void> note(@PathVariable UUID id, @RequestBody Note note, Visitor visitor);

    @PutExchange("/name")
    Mono<Void> rename(@PathVariable UUID id, @RequestBody Name name, Visitor visitor);
}
