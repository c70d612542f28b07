package org.tinkuy.registration.registration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.identity.CalendarSecrets;
import org.tinkuy.registration.registration.ListRegistrations;
import org.tinkuy.registration.registration.RegistrationRejected;
import org.tinkuy.registration.seats.Words;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Calendars")
class CalendarApi {

    /// @param secret ends the address of the person's calendar, `/calendar/<secret>.ics`
    record Secret(String secret) {}

    record Opening(@Nullable String secret) {}

    /// @param language of the person, for the words in their calendar
    record Opened(String language, List<Item> registrations) {}

    /// @param status as of a registration
    record Item(UUID sessionId, String status) {}

    private final CalendarSecrets secrets;
    private final Attendees attendees;
    private final ListRegistrations registrations;

    CalendarApi(CalendarSecrets secrets, Attendees attendees, ListRegistrations registrations) {
        this.secrets = secrets;
        this.attendees = attendees;
        this.registrations = registrations;
    }

    @GetMapping("/api/attendees/me/calendar")
    @SecurityRequirement(name = "device")
    @Operation(summary = "The secret that opens the signed-in person's calendar")
    Mono<Secret> secret(@AuthenticationPrincipal Caller caller) {
        return secrets.of(new AttendeeId(caller.attendeeId())).map(Secret::new);
    }

    @PostMapping("/api/attendees/me/calendar/renewal")
    @SecurityRequirement(name = "device")
    @Operation(summary = "Gives the calendar a new secret; the former one opens nothing any more")
    Mono<Secret> renew(@AuthenticationPrincipal Caller caller) {
        return Uncancelled.run(secrets.renew(new AttendeeId(caller.attendeeId()))).map(Secret::new);
    }

    /// For the site only: the gateway routes nothing to `/internal`. By POST, so that no log has
    /// the secret.
    @PostMapping("/internal/calendars")
    Mono<Opened> open(@RequestBody Opening opening) {
        return secrets.attendee(opening.secret() == null ? "" : opening.secret())
                .flatMap(attendees::find)
                .flatMap(this::open)
                .switchIfEmpty(Mono.error(RegistrationRejected::unknown));
    }

    private Mono<Opened> open(Attendee attendee) {
        return registrations
                .of(attendee.id())
                .map(standing -> standing.registration())
                .map(registration ->
                        new Item(
                                registration.place().session().value(), Words.status(registration)))
                .collectList()
                .map(items -> new Opened(attendee.language(), items));
    }
}
