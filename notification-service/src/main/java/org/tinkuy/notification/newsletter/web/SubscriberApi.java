package org.tinkuy.notification.newsletter.web;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.notification.newsletter.ListSizes;
import org.tinkuy.notification.newsletter.Subscriptions;
import org.tinkuy.notification.newsletter.Unsubscribe;
import org.tinkuy.notification.people.ProgrammeId;
import org.tinkuy.notification.people.Schedule;
import org.tinkuy.problems.FieldErrors;
import org.tinkuy.problems.NotFound;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

/// A newsletter's list, for those who write to it. Another's list is not there at all.
@RestController
@RequestMapping("/api/newsletters/{programmeId}")
class SubscriberApi {

    private final ListSizes sizes;
    private final Unsubscribe unsubscribe;
    private final Schedule schedule;
    private final Clock clock;

    SubscriberApi(ListSizes sizes, Unsubscribe unsubscribe, Schedule schedule, Clock clock) {
        this.sizes = sizes;
        this.unsubscribe = unsubscribe;
        this.schedule = schedule;
        this.clock = clock;
    }

    /// @param confirmed `active` and `suppressed` together
    /// @param active get what is sent to the list
    /// @param suppressed have confirmed, and a mail server refused their address for good since
    /// @param pending have not confirmed yet
    record Size(long confirmed, long active, long suppressed, long pending) {

        static Size of(Subscriptions.Size size) {
            return new Size(size.confirmed(), size.active(), size.suppressed(), size.pending());
        }
    }

    @GetMapping("/subscriptions/count")
    Mono<Size> size(@AuthenticationPrincipal Caller caller, @PathVariable UUID programmeId) {
        return list(caller, programmeId).flatMap(sizes::of).map(Size::of);
    }

    /// Another's list is not there, nor is that of a programme that nobody published.
    private Mono<ProgrammeId> list(Caller caller, UUID programmeId) {
        var programme = new ProgrammeId(programmeId);
        return Mono.just(programme)
                .filter(_ -> caller.mayEdit(programmeId))
                .filterWhen(known -> schedule.programme(known).hasElement())
                .switchIfEmpty(Mono.error(NotFound::new));
    }

    record Leaving(@Nullable String address) {}

    /// @param removed `false`: the address is not on the list
    record Removed(boolean removed) {}

    @PostMapping("/removals")
    Mono<Removed> remove(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID programmeId,
            @RequestBody Leaving leaving) {
        return Uncancelled.run(
                        list(caller, programmeId)
                                .flatMap(programme ->
                                        unsubscribe.remove(
                                                programme, address(leaving), clock.instant()))
                                .doOnNext(_ ->
                                        SecurityLog.of(SecurityEvent.SUBSCRIBER_REMOVED)
                                                .by(caller.attendeeId())
                                                .programme(programmeId)
                                                .write()))
                .map(Removed::new);
    }

    private static EmailAddress address(Leaving leaving) {
        var errors = new FieldErrors();
        var address = errors.address("address", leaving.address());
        errors.refuseIfAny();
        return Objects.requireNonNull(address);
    }
}
