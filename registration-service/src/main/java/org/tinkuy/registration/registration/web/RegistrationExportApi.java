package org.tinkuy.registration.registration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.Forbidden;
import org.tinkuy.registration.registration.ExportRegistrations;
import org.tinkuy.registration.registration.ExportRegistrations.Exported;
import org.tinkuy.registration.registration.RegistrationLists.Filter;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Flux;

@RestController
class RegistrationExportApi {

    /// A whole list, whatever its length, has no positions on waiting lists: they change while it
    /// is read.
    ///
    /// @param waitlistedAt when the attendee came on the waiting list, also where they have a seat
    ///   or left by now
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ExportedRegistration(
            UUID id,
            UUID sessionId,
            UUID programmeId,
            String status,
            Instant requestedAt,
            @Nullable Instant waitlistedAt,
            @Nullable Instant confirmedAt,
            @Nullable Instant cancelledAt,
            @Nullable Instant lapsedAt,
            RegistrationListApi.@Nullable Person attendee) {

        static ExportedRegistration of(Exported exported) {
            var registration = exported.registration();
            var view = RegistrationView.of(registration, null, null);
            return new ExportedRegistration(
                    view.id(),
                    view.sessionId(),
                    view.programmeId(),
                    view.status(),
                    view.requestedAt(),
                    registration.waitlistedAt(),
                    view.confirmedAt(),
                    view.cancelledAt(),
                    view.lapsedAt(),
                    exported.attendee() == null
                            ? null
                            : RegistrationListApi.Person.of(exported.attendee()));
        }
    }

    private final ExportRegistrations exportRegistrations;

    RegistrationExportApi(ExportRegistrations exportRegistrations) {
        this.exportRegistrations = exportRegistrations;
    }

    /// As the client takes it. A list by itself would be whole before it is sent.
    @GetMapping("/api/registrations/export")
    ResponseEntity<Flux<ExportedRegistration>> export(
            @RequestParam(required = false) @Nullable String programmeId,
            @RequestParam(required = false) @Nullable String eventId,
            @RequestParam(required = false) @Nullable String sessionId,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String search,
            @AuthenticationPrincipal Caller caller) {
        var filter = new ListParameters(programmeId, eventId, sessionId, status, search).checked();
        if (!RegistrationListApi.mayRead(filter, caller)) {
            throw new Forbidden();
        }
        var handedOver = new AtomicLong();
        return ResponseEntity.ok(
                exportRegistrations
                        .export(filter)
                        .map(ExportedRegistration::of)
                        .doOnNext(_ -> handedOver.incrementAndGet())
                        .doFinally(_ -> tell(filter, caller, handedOver.get())));
    }

    /// Also of what somebody broke off: that much they have.
    private static void tell(Filter filter, Caller caller, long count) {
        var programme = filter.programme();
        var line =
                SecurityLog.of(SecurityEvent.LIST_EXPORTED)
                        .by(caller.attendeeId())
                        .programme(programme == null ? null : programme.value())
                        .what("registrations")
                        .count(count);
        if (filter.session() != null) {
            line.about(filter.session().value());
        } else if (filter.event() != null) {
            line.about(filter.event().value());
        }
        line.write();
    }
}
