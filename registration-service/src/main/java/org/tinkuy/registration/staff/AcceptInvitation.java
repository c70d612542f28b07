package org.tinkuy.registration.staff;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.identity.ChangeRole;
import org.tinkuy.registration.staff.StaffChange.What;
import reactor.core.publisher.Mono;

/// Whoever has the link of an invitation and reads the mail of its address takes the role, once.
@Component
public class AcceptInvitation {

    private final InvitationSecrets secrets;
    private final Invitations invitations;
    private final StaffChanges changes;
    private final ReadTeam team;
    private final Attendees attendees;
    private final ChangeRole changeRole;
    private final TransactionalOperator transaction;
    private final Clock clock;

    AcceptInvitation(
            InvitationSecrets secrets,
            Invitations invitations,
            StaffChanges changes,
            ReadTeam team,
            Attendees attendees,
            ChangeRole changeRole,
            TransactionalOperator transaction,
            Clock clock) {
        this.secrets = secrets;
        this.invitations = invitations;
        this.changes = changes;
        this.team = team;
        this.attendees = attendees;
        this.changeRole = changeRole;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Fails with a [StaffRefused] if it is over.
    public Mono<Invitation> look(String secret) {
        return Mono.justOrEmpty(secrets.invitation(secret))
                .flatMap(invitations::find)
                .filter(invitation -> !invitation.isOver(clock.instant()))
                .switchIfEmpty(Mono.error(StaffRefused::invitationOver));
    }

    /// Fails with a [StaffRefused] if it is over, or was sent to another address.
    public Mono<Invitation> accept(String secret, AttendeeId by) {
        return look(secret)
                .delayUntil(invitation -> changes.inTurn(invitation.programme()))
                .flatMap(invitation -> attendees.find(by).flatMap(who -> accept(invitation, who)))
                .as(transaction::transactional);
    }

    private Mono<Invitation> accept(Invitation invitation, Attendee who) {
        if (!who.address().equals(invitation.address())) {
            return Mono.error(StaffRefused.sentToAnother());
        }
        var now = clock.instant();
        return invitations
                .remove(invitation.id())
                .switchIfEmpty(Mono.error(StaffRefused::invitationOver))
                .delayUntil(_ -> give(invitation, who, now));
    }

    /// Who has a role meanwhile got it on another way, and keeps that.
    private Mono<Void> give(Invitation invitation, Attendee who, Instant now) {
        return team.of(invitation.programme())
                .filter(all -> !all.has(who.address()))
                .switchIfEmpty(Mono.error(StaffRefused::alreadyStaff))
                .then(
                        Mono.defer(() ->
                                changeRole.change(
                                        who.id(), invitation.programme(), invitation.role(), now)))
                .then(
                        Mono.defer(() ->
                                changes.record(
                                        InviteStaff.change(
                                                invitation, who.id(), What.ACCEPTED, now))));
    }
}
