package org.tinkuy.registration.registration.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
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
import org.tinkuy.registration.seats.Registration;
import org.tinkuy.registration.seats.Words;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

@RestController
class CalendarApi {

    /// @param secret ends the address of the person's calendar, `/calendar/<secret>.ics`
    record Secret(String secret) {}

    record Opening(@Nullable String secret) {}

    /// @param language of the person, for the words in their calendar
    record Opened(String language, List<Item> registrations) {}

    /// @param status as of a registration
    /// @param since when it came to stand so
    record Item(UUID sessionId, String status, Instant since) {

        static Item of(Registration registration) {
            return new Item(
                    registration.place().session().value(),
                    Words.status(registration),
                    since(registration));
        }

        private static Instant since(Registration registration) {
            if (registration instanceof Registration.Confirmed confirmed) {
                return confirmed.confirmedAt();
            }
            return registration instanceof Registration.Waitlisted waitlisted
                    ? waitlisted.waitlistedAt()
                    : registration.requestedAt();
        }
    }

    private final CalendarSecrets secrets;
    private final Attendees attendees;
    private final ListRegistrations registrations;

    CalendarApi(CalendarSecrets secrets, Attendees attendees, ListRegistrations registrations) {
        this.secrets = secrets;
        this.attendees = attendees;
        this.registrations = registrations;
    }

    @GetMapping("/api/attendees/me/calendar")
    Mono<Secret> secret(@AuthenticationPrincipal Caller caller) {
        return secrets.of(new AttendeeId(caller.attendeeId())).map(Secret::new);
    }

    @PostMapping("/api/attendees/me/calendar/renewal")
    Mono<Secret> renew(@AuthenticationPrincipal Caller caller) {
        return Uncancelled.run(
                        secrets.renew(new AttendeeId(caller.attendeeId()))
                                .doOnNext(_ ->
                                        SecurityLog.of(SecurityEvent.CALENDAR_RENEWED)
                                                .by(caller.attendeeId())
                                                .write()))
                .map(Secret::new);
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

    /// Of people who share the address and come to the same session, it has one entry, which stands
    /// as long as one of them comes.
    private Mono<Opened> open(Attendee attendee) {
        return registrations
                .ofAddress(attendee.id())
                .map(listed -> listed.standing().registration())
                .collect(
                        Collectors.toMap(
                                registration -> registration.place().session(),
                                registration -> registration,
                                BinaryOperator.minBy(Comparator.comparingInt(CalendarApi::rank)),
                                LinkedHashMap::new))
                .map(bySession -> bySession.values().stream().map(Item::of).toList())
                .map(items -> new Opened(attendee.language(), items));
    }

    private static int rank(Registration registration) {
        return switch (registration) {
            case Registration.Confirmed _ -> 0;
            case Registration.Waitlisted _ -> 1;
            case Registration.Pending _ -> 2;
            case Registration.Cancelled _ -> 3;
            case Registration.Lapsed _ -> 4;
        };
    }
}
