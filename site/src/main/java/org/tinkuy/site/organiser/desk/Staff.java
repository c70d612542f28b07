package org.tinkuy.site.organiser.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import org.tinkuy.site.visitor.Visitor;
import reactor.core.publisher.Mono;

/// registration-service's staff of a programme.
interface Staff {

    /// @param invitations `null`: the visitor does not say who may do what
    record Team(List<Member> members, @Nullable List<Invitation> invitations) {

        List<Invitation> invited() {
            return invitations == null ? List.of() : invitations;
        }
    }

    /// @param name empty: none was given
    record Member(
            UUID id,
            String name,
            String address,
            String role,
            boolean ofOrganisation,
            Instant since) {

        public String inWords() {
            return name.isBlank() ? address : name;
        }
    }

    record Invitation(UUID id, String address, String role, UUID by, Instant at, Instant endsAt) {}

    record NewInvitation(String address, String role, String language) {}

    record NewRole(String role) {}

    record Link(String token) {}

    record Invited(UUID programmeId, String role, Instant endsAt) {}

    @GetExchange("/api/staff/{programme}")
    Mono<Team> of(@PathVariable UUID programme, Visitor visitor);

    @PostExchange("/api/staff/{programme}/invitations")
    Mono<Void> invite(
            @PathVariable UUID programme, @RequestBody NewInvitation invitation, Visitor visitor);

    @DeleteExchange("/api/staff/{programme}/invitations/{id}")
    Mono<Void> withdraw(@PathVariable UUID programme, @PathVariable UUID id, Visitor visitor);

    @PutExchange("/api/staff/{programme}/members/{id}/role")
    Mono<Void> change(
            @PathVariable UUID programme,
            @PathVariable UUID id,
            @RequestBody NewRole role,
            Visitor visitor);

    @DeleteExchange("/api/staff/{programme}/members/{id}")
    Mono<Void> remove(@PathVariable UUID programme, @PathVariable UUID id, Visitor visitor);

    @PostExchange("/api/staff-invitations/preview")
    Mono<Invited> look(@RequestBody Link link);

    @PostExchange("/api/staff-invitations")
    Mono<Invited> accept(@RequestBody Link link, Visitor visitor);
}
