package org.tinkuy.registration.registration.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.Forbidden;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.registration.ListRegistrations;
import org.tinkuy.registration.registration.ListRegistrations.Listed;
import org.tinkuy.registration.registration.RegistrationLists.Filter;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class RegistrationListApi {

    /// @param next what to give as `after` for the following page; absent on the last one
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RegistrationPage(List<ListedRegistration> items, @Nullable UUID next) {

        static RegistrationPage of(List<Listed> page, int limit) {
            return new RegistrationPage(
                    page.stream().map(ListedRegistration::of).toList(),
                    page.size() < limit
                            ? null
                            : page.getLast().standing().registration().place().id().value());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListedRegistration(
            UUID id,
            UUID sessionId,
            UUID programmeId,
            String status,
            @Nullable String seat,
            @Nullable Integer position,
            Instant requestedAt,
            @Nullable Instant confirmedAt,
            @Nullable Person attendee) {

        static ListedRegistration of(Listed listed) {
            var standing = listed.standing();
            var view = RegistrationView.of(standing.registration(), standing.position(), null);
            return new ListedRegistration(
                    view.id(),
                    view.sessionId(),
                    view.programmeId(),
                    view.status(),
                    view.seat(),
                    view.position(),
                    view.requestedAt(),
                    view.confirmedAt(),
                    listed.attendee() == null ? null : Person.of(listed.attendee()));
        }
    }

    record Person(UUID id, String name, String address, String language) {

        static Person of(Attendee attendee) {
            return new Person(
                    attendee.id().value(),
                    attendee.name(),
                    attendee.address().value(),
                    attendee.language());
        }
    }

    private final ListRegistrations listRegistrations;

    RegistrationListApi(ListRegistrations listRegistrations) {
        this.listRegistrations = listRegistrations;
    }

    @GetMapping("/api/attendees/me/registrations")
    Flux<RegistrationView> mine(@AuthenticationPrincipal Caller caller) {
        return listRegistrations
                .ofAddress(new AttendeeId(caller.attendeeId()))
                .map(RegistrationListApi::view);
    }

    private static RegistrationView view(Listed listed) {
        var standing = listed.standing();
        var attendee = listed.attendee();
        return RegistrationView.of(
                standing.registration(),
                standing.position(),
                attendee == null ? null : attendee.name());
    }

    @GetMapping("/api/registrations")
    Mono<RegistrationPage> page(
            @RequestParam(required = false) @Nullable String programmeId,
            @RequestParam(required = false) @Nullable String eventId,
            @RequestParam(required = false) @Nullable String sessionId,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            @AuthenticationPrincipal Caller caller) {
        var page =
                new ListParameters(programmeId, eventId, sessionId, status, search)
                        .page(after, limit);
        var programme = page.filter().programme();
        if (!mayRead(page.filter(), caller)) {
            return Mono.error(Forbidden::new);
        }
        return listRegistrations
                .page(page)
                .doOnNext(items ->
                        SecurityLog.of(SecurityEvent.LIST_READ)
                                .by(caller.attendeeId())
                                .programme(programme == null ? null : programme.value())
                                .what("registrations")
                                .count(items.size())
                                .write())
                .map(items -> RegistrationPage.of(items, page.limit()));
    }

    static boolean mayRead(Filter filter, Caller caller) {
        var programme = filter.programme();
        return programme == null
                ? caller.ownsOrganisation()
                : caller.mayOrganise(programme.value());
    }
}
