package org.tinkuy.session.schedule.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.session.access.Organisers;
import org.tinkuy.session.schedule.FindFreeSlots;
import org.tinkuy.session.schedule.FreeSlots;
import org.tinkuy.session.schedule.SessionId;
import org.tinkuy.session.schedule.SessionTimes;
import org.tinkuy.session.schedule.Sessions;
import org.tinkuy.session.schedule.UnknownSession;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

/// The way out of what speaks against a session.
@RestController
class FreeSlotApi {

    /// Local, as in the draft.
    record FreeSlot(LocalDate date, LocalTime starts, @Nullable LocalTime ends) {

        private static Stream<FreeSlot> of(SessionTimes times) {
            var date = times.date();
            var starts = times.starts();
            return date == null || starts == null
                    ? Stream.empty()
                    : Stream.of(new FreeSlot(date, starts, times.ends()));
        }
    }

    /// @param against codes of what speaks against every time, where none is free
    record FreeSlotList(List<FreeSlot> slots, List<String> against) {

        static FreeSlotList of(FreeSlots found) {
            return new FreeSlotList(
                    found.times().stream().flatMap(FreeSlot::of).toList(), found.against());
        }
    }

    private final Sessions sessions;
    private final FindFreeSlots findFreeSlots;

    FreeSlotApi(Sessions sessions, FindFreeSlots findFreeSlots) {
        this.sessions = sessions;
        this.findFreeSlots = findFreeSlots;
    }

    @GetMapping("/api/sessions/{id}/draft/free-slots")
    Mono<FreeSlotList> freeSlots(
            @PathVariable UUID id, @AuthenticationPrincipal @Nullable Caller caller) {
        if (caller == null) {
            throw new AccessDeniedException("only organisers of the programme");
        }
        return sessions.find(new SessionId(id))
                .switchIfEmpty(Mono.error(UnknownSession::new))
                .doOnNext(session -> Organisers.require(caller, session.programmeId().value()))
                .flatMap(session -> findFreeSlots.of(session.id()))
                .map(FreeSlotList::of);
    }
}
