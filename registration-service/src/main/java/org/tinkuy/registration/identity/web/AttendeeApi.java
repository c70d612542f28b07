package org.tinkuy.registration.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.ShowAttendee;
import org.tinkuy.token.Caller;
import org.tinkuy.token.Grant;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Attendees")
class AttendeeApi {

    /// @param grants roles, such as `owner:*` or `organiser:<programme id>`
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Me(
            UUID id,
            String address,
            String name,
            String language,
            @Nullable String timeZone,
            @Nullable Instant confirmedAt,
            List<String> grants) {

        static Me of(Attendee attendee, List<Grant> grants) {
            var timeZone = attendee.timeZone();
            return new Me(
                    attendee.id().value(),
                    attendee.address().value(),
                    attendee.name(),
                    attendee.language(),
                    timeZone == null ? null : timeZone.getId(),
                    attendee.confirmedAt(),
                    grants.stream().map(Grant::claim).sorted().toList());
        }
    }

    private final ShowAttendee showAttendee;

    AttendeeApi(ShowAttendee showAttendee) {
        this.showAttendee = showAttendee;
    }

    @GetMapping("/api/attendees/me")
    @SecurityRequirement(name = "device")
    @Operation(summary = "What is known of the signed-in person")
    Mono<Me> me(@AuthenticationPrincipal Caller caller) {
        return showAttendee
                .show(new AttendeeId(caller.attendeeId()))
                .map(shown -> Me.of(shown.attendee(), shown.grants()));
    }
}
