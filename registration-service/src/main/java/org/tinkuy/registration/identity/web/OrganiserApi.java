package org.tinkuy.registration.identity.web;

import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.Forbidden;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.ListOrganisers;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.token.Caller;
import reactor.core.publisher.Flux;

@RestController
class OrganiserApi {

    /// @param name empty: none was given
    record Organiser(UUID id, String name, String address) {

        static Organiser of(Attendee attendee) {
            return new Organiser(
                    attendee.id().value(), attendee.name(), attendee.address().value());
        }
    }

    private final ListOrganisers listOrganisers;

    OrganiserApi(ListOrganisers listOrganisers) {
        this.listOrganisers = listOrganisers;
    }

    @GetMapping("/api/organisers")
    Flux<Organiser> of(@RequestParam UUID programmeId, @AuthenticationPrincipal Caller caller) {
        if (!caller.mayOrganise(programmeId)) {
            return Flux.error(Forbidden::new);
        }
        return listOrganisers
                .of(programmeId)
                .map(Organiser::of)
                .doOnComplete(() ->
                        SecurityLog.of(SecurityEvent.LIST_READ)
                                .by(caller.attendeeId())
                                .programme(programmeId)
                                .what("organisers")
                                .write());
    }
}
