package org.tinkuy.registration.registration.web;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.Forbidden;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.PersonalFields;
import org.tinkuy.registration.registration.AnnotateRegistration;
import org.tinkuy.registration.registration.LookUpRegistration;
import org.tinkuy.registration.registration.PromoteRegistration;
import org.tinkuy.registration.seats.ProgrammeId;
import org.tinkuy.registration.seats.RegistrationId;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Mono;

/// One registration, for those who organise its programme.
@RestController
class OrganisedRegistrationApi {

    private static final int LONGEST_NOTE = 500;

    /// @param text empty: no note any more
    record NoteRequest(@Nullable String text) {

        String checked() {
            var fields = new PersonalFields();
            var note = text;
            if (note == null) {
                fields.wrong("text", "required", "Give a note, or an empty one.");
            } else {
                note = fields.line("text", note, LONGEST_NOTE);
            }
            fields.refuseIfAny();
            return requireNonNull(note);
        }
    }

    record NameRequest(@Nullable String name) {

        String checked() {
            var fields = new PersonalFields();
            var checked = fields.name("name", name);
            fields.refuseIfAny();
            return requireNonNull(checked);
        }
    }

    private final LookUpRegistration lookUp;
    private final PromoteRegistration promote;
    private final AnnotateRegistration annotate;

    OrganisedRegistrationApi(
            LookUpRegistration lookUp, PromoteRegistration promote, AnnotateRegistration annotate) {
        this.lookUp = lookUp;
        this.promote = promote;
        this.annotate = annotate;
    }

    @GetMapping("/api/registrations/{id}")
    Mono<RegistrationDetail> show(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        var registration = new RegistrationId(id);
        return programme(registration, caller)
                .flatMap(programme ->
                        detail(registration)
                                .doOnNext(_ ->
                                        line(SecurityEvent.LIST_READ, programme, id, caller)
                                                .what("registration")
                                                .count(1)
                                                .write()));
    }

    @PostMapping("/api/registrations/{id}/promotion")
    Mono<RegistrationDetail> promote(
            @PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        var organiser = new AttendeeId(caller.attendeeId());
        return Uncancelled.run(
                change(id, caller, "promoted", one -> promote.promote(one, organiser)));
    }

    @PutMapping("/api/registrations/{id}/note")
    Mono<RegistrationDetail> note(
            @PathVariable UUID id,
            @RequestBody NoteRequest request,
            @AuthenticationPrincipal Caller caller) {
        var organiser = new AttendeeId(caller.attendeeId());
        var text = request.checked();
        return Uncancelled.run(
                change(id, caller, "noted", one -> annotate.note(one, organiser, text)));
    }

    @PutMapping("/api/registrations/{id}/name")
    Mono<RegistrationDetail> rename(
            @PathVariable UUID id,
            @RequestBody NameRequest request,
            @AuthenticationPrincipal Caller caller) {
        var organiser = new AttendeeId(caller.attendeeId());
        var name = request.checked();
        return Uncancelled.run(
                change(id, caller, "renamed", one -> annotate.rename(one, organiser, name)));
    }

    private Mono<RegistrationDetail> change(
            UUID id, Caller caller, String what, Function<RegistrationId, Mono<Void>> changing) {
        var registration = new RegistrationId(id);
        return programme(registration, caller)
                .flatMap(programme ->
                        changing.apply(registration)
                                .doOnSuccess(_ ->
                                        line(
                                                        SecurityEvent.REGISTRATION_CHANGED,
                                                        programme,
                                                        id,
                                                        caller)
                                                .what(what)
                                                .write())
                                .then(Mono.defer(() -> detail(registration))));
    }

    private static SecurityLog line(
            SecurityEvent event, ProgrammeId programme, UUID id, Caller caller) {
        return SecurityLog.of(event).by(caller.attendeeId()).programme(programme.value()).about(id);
    }

    private Mono<RegistrationDetail> detail(RegistrationId id) {
        return lookUp.find(id).map(RegistrationDetail::of);
    }

    private Mono<ProgrammeId> programme(RegistrationId id, Caller caller) {
        return lookUp.programme(id)
                .filter(programme -> caller.mayOrganise(programme.value()))
                .switchIfEmpty(Mono.error(Forbidden::new));
    }
}
