package org.tinkuy.registration.registration.web;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.SignIns;
import org.tinkuy.registration.registration.BelieveAttendee;
import org.tinkuy.registration.registration.CancelRegistration;
import org.tinkuy.registration.registration.RegisterAttendee;
import org.tinkuy.registration.registration.RegistrationAnswer;
import org.tinkuy.registration.seats.CancelReason;
import org.tinkuy.registration.seats.Command.Registrant;
import org.tinkuy.registration.seats.Registration;
import org.tinkuy.registration.seats.RegistrationId;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

@RestController
class RegistrationApi {

    /// @param signIn where the mailed code is to be given; only for whoever was not signed in
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Registered(@Nullable SignIn signIn, List<Line> registrations) {}

    /// @param notMailedUntil no code was mailed: the address was sent as many within an hour as any
    ///   may be, known or not; ask for another then. Absent: it was mailed
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SignIn(
            UUID challengeId,
            String browserSecret,
            Instant expiresAt,
            @Nullable Instant notMailedUntil) {}

    /// @param id only for whoever is signed in
    /// @param seat while pending: `held`; `not-held`, where seats are left for who confirms first;
    ///   or `waiting-list`
    /// @param heldUntil while a seat is held
    /// @param position on the waiting list, from 1
    /// @param alreadyRegistered only for whoever is signed in: nothing changed
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            @Nullable UUID id,
            UUID sessionId,
            String status,
            @Nullable String seat,
            @Nullable Instant heldUntil,
            @Nullable Integer position,
            @Nullable Boolean alreadyRegistered) {

        static Line of(RegistrationAnswer.Line line) {
            return new Line(
                    line.id(),
                    line.sessionId(),
                    line.status(),
                    line.seat(),
                    line.heldUntil(),
                    line.position(),
                    line.before());
        }
    }

    /// Where all that a request asked for can be read, by whoever is signed in.
    private static final URI OWN_ONES = URI.create("/api/attendees/me/registrations");

    private final RegisterAttendee registerAttendee;
    private final BelieveAttendee believeAttendee;
    private final CancelRegistration cancelRegistration;
    private final SignIns signIns;

    RegistrationApi(
            RegisterAttendee registerAttendee,
            BelieveAttendee believeAttendee,
            CancelRegistration cancelRegistration,
            SignIns signIns) {
        this.registerAttendee = registerAttendee;
        this.believeAttendee = believeAttendee;
        this.cancelRegistration = cancelRegistration;
        this.signIns = signIns;
    }

    @PostMapping("/api/registrations")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<Registered>> register(
            @RequestHeader(name = RequestKey.HEADER, required = false) @Nullable String key,
            @AuthenticationPrincipal @Nullable Caller caller,
            @RequestHeader(name = Origins.HEADER, required = false) @Nullable String forwardedFor,
            @RequestBody RegistrationRequest request) {
        var checked = caller == null ? request.checkedForStranger() : request.checkedForCaller();
        var idempotencyKey = RequestKey.of(key, new Asked(idOf(caller), checked));
        return Uncancelled.run(
                        registrant(caller, checked)
                                .flatMap(registrant ->
                                        registerAttendee.register(
                                                registrant,
                                                checked.sessions(),
                                                idempotencyKey,
                                                Origins.of(forwardedFor))))
                .map(answer -> ResponseEntity.created(OWN_ONES).body(registered(answer)));
    }

    /// Who asks for what: a request that differs in it is another one.
    private record Asked(@Nullable UUID caller, RegistrationRequest.Checked request) {}

    private static @Nullable UUID idOf(@Nullable Caller caller) {
        return caller == null ? null : caller.attendeeId();
    }

    private Mono<Registrant> registrant(
            @Nullable Caller caller, RegistrationRequest.Checked checked) {
        return caller == null
                ? Mono.just(requireNonNull(checked.stranger()))
                : believeAttendee
                        .believe(
                                new AttendeeId(caller.attendeeId()),
                                checked.address(),
                                checked.name())
                        .map(Registrant.SignedIn::new);
    }

    private Registered registered(RegistrationAnswer answer) {
        var signIn = answer.signIn();
        return new Registered(
                signIn == null
                        ? null
                        : new SignIn(
                                signIn.challengeId(),
                                signIns.browserSecret(signIn.challengeId()),
                                signIn.expiresAt(),
                                signIn.notMailedUntil()),
                answer.registrations().stream().map(Line::of).toList());
    }

    @PostMapping("/api/registrations/{id}/cancellation")
    Mono<RegistrationView> cancel(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return Uncancelled.run(
                        cancelRegistration.cancel(
                                new RegistrationId(id),
                                new AttendeeId(caller.attendeeId()),
                                programme -> caller.mayOrganise(programme.value())))
                .doOnNext(registration -> tell(registration, caller))
                .map(registration -> RegistrationView.of(registration, null, null));
    }

    private static void tell(Registration registration, Caller caller) {
        var place = registration.place();
        if (registration instanceof Registration.Cancelled cancelled
                && cancelled.reason() == CancelReason.BY_ORGANISER
                && caller.mayOrganise(place.programme().value())) {
            SecurityLog.of(SecurityEvent.REGISTRATION_CHANGED)
                    .by(caller.attendeeId())
                    .programme(place.programme().value())
                    .about(place.id().value())
                    .what("cancelled")
                    .write();
        }
    }
}
