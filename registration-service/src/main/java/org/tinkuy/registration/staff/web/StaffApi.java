package org.tinkuy.registration.staff.web;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tinkuy.problems.FieldErrors;
import org.tinkuy.problems.Forbidden;
import org.tinkuy.problems.Uncancelled;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.staff.ChangeStaff;
import org.tinkuy.registration.staff.Invitation;
import org.tinkuy.registration.staff.Invitations;
import org.tinkuy.registration.staff.ReadTeam;
import org.tinkuy.registration.staff.Team;
import org.tinkuy.security.SecurityEvent;
import org.tinkuy.security.SecurityLog;
import org.tinkuy.token.Caller;
import org.tinkuy.token.Power;
import org.tinkuy.token.Role;
import reactor.core.publisher.Mono;

/// Who has which role in a programme, for those who have one themselves.
@RestController
@RequestMapping("/api/staff/{programmeId}")
class StaffApi {

    /// @param id of the attendee
    /// @param name empty: none was given
    /// @param ofOrganisation in every programme; it is not taken away here
    record StaffMember(
            UUID id,
            String name,
            String address,
            String role,
            boolean ofOrganisation,
            Instant since) {

        static StaffMember of(Team.Member member) {
            var person = member.person();
            return new StaffMember(
                    person.id().value(),
                    person.name(),
                    person.address().value(),
                    member.role().claim(),
                    member.everywhere(),
                    member.since());
        }
    }

    record OpenStaffInvitation(
            UUID id, String address, String role, UUID by, Instant at, Instant endsAt) {

        static OpenStaffInvitation of(Invitation invitation) {
            return new OpenStaffInvitation(
                    invitation.id(),
                    invitation.address().value(),
                    invitation.role().claim(),
                    invitation.by().value(),
                    invitation.at(),
                    invitation.endsAt());
        }
    }

    /// @param invitations that were not accepted; absent for whoever may not change the staff
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProgrammeStaff(
            List<StaffMember> members, @Nullable List<OpenStaffInvitation> invitations) {}

    record StaffRoleChange(@Nullable String role) {

        Role checked() {
            var fields = new FieldErrors();
            var checked = StaffApi.role(role, fields);
            fields.refuseIfAny();
            return requireNonNull(checked);
        }
    }

    private final ReadTeam team;
    private final Invitations invitations;
    private final ChangeStaff changeStaff;

    StaffApi(ReadTeam team, Invitations invitations, ChangeStaff changeStaff) {
        this.team = team;
        this.invitations = invitations;
        this.changeStaff = changeStaff;
    }

    @GetMapping
    Mono<ProgrammeStaff> list(
            @PathVariable UUID programmeId, @AuthenticationPrincipal Caller caller) {
        if (!caller.isStaffOf(programmeId)) {
            return Mono.error(Forbidden::new);
        }
        var members = team.of(programmeId).map(StaffApi::members);
        return (caller.may(Power.STAFF, programmeId)
                        ? members.zipWith(
                                invitations
                                        .in(programmeId)
                                        .map(OpenStaffInvitation::of)
                                        .collectList(),
                                ProgrammeStaff::new)
                        : members.map(all -> new ProgrammeStaff(all, null)))
                .doOnNext(staff ->
                        SecurityLog.of(SecurityEvent.LIST_READ)
                                .by(caller.attendeeId())
                                .programme(programmeId)
                                .what("staff")
                                .count(staff.members().size())
                                .write());
    }

    private static List<StaffMember> members(Team all) {
        return all.members().stream().map(StaffMember::of).toList();
    }

    @PutMapping("/members/{id}/role")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> change(
            @PathVariable UUID programmeId,
            @PathVariable UUID id,
            @RequestBody StaffRoleChange request,
            @AuthenticationPrincipal Caller caller) {
        var role = request.checked();
        return set(programmeId, id, role, caller)
                .doOnSuccess(_ ->
                        line(SecurityEvent.ROLE_GRANTED, programmeId, id, caller)
                                .what(role.claim())
                                .write());
    }

    @DeleteMapping("/members/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(
            @PathVariable UUID programmeId,
            @PathVariable UUID id,
            @AuthenticationPrincipal Caller caller) {
        return set(programmeId, id, null, caller)
                .doOnSuccess(_ -> line(SecurityEvent.ROLE_TAKEN, programmeId, id, caller).write());
    }

    private Mono<Void> set(UUID programme, UUID id, @Nullable Role role, Caller caller) {
        return Uncancelled.run(
                changeStaff.change(
                        programme, new AttendeeId(id), role, new AttendeeId(caller.attendeeId())));
    }

    private static SecurityLog line(
            SecurityEvent event, UUID programme, UUID about, Caller caller) {
        return SecurityLog.of(event).by(caller.attendeeId()).programme(programme).about(about);
    }

    static @Nullable Role role(@Nullable String typed, FieldErrors fields) {
        if (typed == null) {
            fields.wrong("role", "required", "Say which role.");
            return null;
        }
        var word =
                fields.word("role", typed, Arrays.stream(Role.values()).map(Role::claim).toList());
        return Arrays.stream(Role.values())
                .filter(role -> role.claim().equals(word))
                .findFirst()
                .orElse(null);
    }
}
