package org.tinkuy.registration.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.identity.ChangeAttendee;
import org.tinkuy.registration.identity.PersonalFields;
import org.tinkuy.registration.identity.ShowAttendee;
import org.tinkuy.token.Caller;
import org.tinkuy.token.Grant;
import reactor.core.publisher.Mono;

@RestController
class AttendeeApi {

    /// @param name empty until one was given: whoever registers has to give it then
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

    /// What is absent stays as it is.
    ///
    /// @param language `es`, `en`, `qu` or `fr`
    /// @param timeZone an IANA name
    record ChangeRequest(
            @Nullable String name, @Nullable String language, @Nullable String timeZone) {

        Attendees.Change checked() {
            var fields = new PersonalFields();
            var change =
                    new Attendees.Change(
                            name == null ? null : fields.name("name", name),
                            language == null ? null : fields.language("language", language),
                            fields.timeZone("timeZone", timeZone));
            fields.refuseIfAny();
            return change;
        }
    }

    private final ShowAttendee showAttendee;
    private final ChangeAttendee changeAttendee;

    AttendeeApi(ShowAttendee showAttendee, ChangeAttendee changeAttendee) {
        this.showAttendee = showAttendee;
        this.changeAttendee = changeAttendee;
    }

    @GetMapping("/api/attendees/me")
    Mono<Me> me(@AuthenticationPrincipal Caller caller) {
        return showAttendee
                .show(new AttendeeId(caller.attendeeId()))
                .map(shown -> Me.of(shown.attendee(), shown.grants()));
    }

    @PatchMapping("/api/attendees/me")
    Mono<Me> change(@AuthenticationPrincipal Caller caller, @RequestBody ChangeRequest request) {
        var id = new AttendeeId(caller.attendeeId());
        return Uncancelled.run(changeAttendee.change(id, request.checked()))
                .then(Mono.defer(() -> me(caller)));
    }
}
