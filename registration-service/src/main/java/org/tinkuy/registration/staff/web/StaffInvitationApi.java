package org.tinkuy.registration.staff.web;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.Forbidden;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.PersonalFields;
import org.tinkuy.registration.staff.AcceptInvitation;
import org.tinkuy.registration.staff.Invitation;
import org.tinkuy.registration.staff.InviteStaff;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.token.Caller;
import org.tinkuy.token.Power;
import reactor.core.publisher.Mono;

/// Owners invite somebody to a programme's staff; whoever reads that mail accepts. The secret comes
/// in the body: addresses are logged on the way.
@RestController
class StaffInvitationApi {

    /// @param language of the mail
    record NewStaffInvitation(
            @Nullable String address, @Nullable String role, @Nullable String language) {

        InviteStaff.Wanted checked(UUID programme) {
            var fields = new PersonalFields();
            var address = fields.address("address", this.address);
            var role = StaffApi.role(this.role, fields);
            var language = fields.language("language", this.language);
            fields.refuseIfAny();
            return new InviteStaff.Wanted(
                    programme,
                    requireNonNull(address),
                    requireNonNull(role),
                    requireNonNull(language));
        }
    }

    record StaffInvitationMade(UUID id, Instant endsAt) {}

    record StaffInvitationLink(@Nullable String token) {

        private static final int LONGEST = 100;

        String checked() {
            var fields = new PersonalFields();
            var checked = fields.line("token", token == null ? "" : token, LONGEST);
            if (checked != null && checked.isEmpty()) {
                fields.wrong("token", "required", "Give what stands in the link.");
            }
            fields.refuseIfAny();
            return requireNonNull(checked);
        }
    }

    record StaffInvitation(UUID programmeId, String role, Instant endsAt) {

        static StaffInvitation of(Invitation invitation) {
            return new StaffInvitation(
                    invitation.programme(), invitation.role().claim(), invitation.endsAt());
        }
    }

    private final InviteStaff inviteStaff;
    private final AcceptInvitation acceptInvitation;

    StaffInvitationApi(InviteStaff inviteStaff, AcceptInvitation acceptInvitation) {
        this.inviteStaff = inviteStaff;
        this.acceptInvitation = acceptInvitation;
    }

    @PostMapping("/api/staff/{programmeId}/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<StaffInvitationMade>> invite(
            @PathVariable UUID programmeId,
            @RequestBody NewStaffInvitation request,
            @AuthenticationPrincipal Caller caller) {
        if (!caller.may(Power.STAFF, programmeId)) {
            return Mono.error(Forbidden::new);
        }
        var wanted = request.checked(programmeId);
        return Uncancelled.run(inviteStaff.invite(wanted, new AttendeeId(caller.attendeeId())))
                .doOnNext(made -> tell(SecurityEvent.STAFF_INVITED, made, caller))
                .map(made ->
                        ResponseEntity.created(
                                        URI.create(
                                                "/api/staff/"
                                                        + programmeId
                                                        + "/invitations/"
                                                        + made.id()))
                                .body(new StaffInvitationMade(made.id(), made.endsAt())));
    }

    @DeleteMapping("/api/staff/{programmeId}/invitations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> withdraw(
            @PathVariable UUID programmeId,
            @PathVariable UUID id,
            @AuthenticationPrincipal Caller caller) {
        if (!caller.may(Power.STAFF, programmeId)) {
            return Mono.error(Forbidden::new);
        }
        return Uncancelled.run(
                        inviteStaff.withdraw(programmeId, id, new AttendeeId(caller.attendeeId())))
                .doOnNext(gone -> tell(SecurityEvent.STAFF_INVITATION_WITHDRAWN, gone, caller))
                .then();
    }

    @PostMapping("/api/staff-invitations/preview")
    Mono<StaffInvitation> look(@RequestBody StaffInvitationLink link) {
        return Uncancelled.run(acceptInvitation.look(link.checked())).map(StaffInvitation::of);
    }

    @PostMapping("/api/staff-invitations")
    Mono<StaffInvitation> accept(
            @RequestBody StaffInvitationLink link, @AuthenticationPrincipal Caller caller) {
        return Uncancelled.run(
                        acceptInvitation.accept(
                                link.checked(), new AttendeeId(caller.attendeeId())))
                .doOnNext(accepted -> tell(SecurityEvent.ROLE_GRANTED, accepted, caller))
                .map(StaffInvitation::of);
    }

    private static void tell(SecurityEvent event, Invitation invitation, Caller caller) {
        SecurityLog.of(event)
                .by(caller.attendeeId())
                .programme(invitation.programme())
                .about(invitation.id())
                .what(invitation.role().claim())
                .write();
    }
}
