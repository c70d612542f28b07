package org.tinkuy.registration.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.problems.Forbidden;
import org.tinkuy.problems.NotFound;
import org.tinkuy.registration.TimeOrderedId;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.staff.StaffChange.What;
import org.tinkuy.token.Power;
import org.tinkuy.token.Role;
import reactor.core.publisher.Mono;

/// An owner invites somebody to work on a programme, and takes that back.
@Component
public class InviteStaff {

    /// Each is a mail to an address that nobody has proven yet.
    static final int MOST_IN_A_DAY = 50;

    private static final Duration DAY = Duration.ofDays(1);

    private final Invitations invitations;
    private final InvitationMails mails;
    private final StaffChanges changes;
    private final ReadTeam team;
    private final Attendees attendees;
    private final TransactionalOperator transaction;
    private final Clock clock;

    InviteStaff(
            Invitations invitations,
            InvitationMails mails,
            StaffChanges changes,
            ReadTeam team,
            Attendees attendees,
            TransactionalOperator transaction,
            Clock clock) {
        this.invitations = invitations;
        this.mails = mails;
        this.changes = changes;
        this.team = team;
        this.attendees = attendees;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param language of the mail
    public record Wanted(UUID programme, EmailAddress address, Role role, String language) {}

    /// Takes the place of one to the same address, whose link opens nothing any more. Fails with
    /// [Forbidden] if `by` is no owner (any more), and with [StaffRefused].
    public Mono<Invitation> invite(Wanted wanted, AttendeeId by) {
        return changes.inTurn(wanted.programme())
                .then(Mono.defer(() -> inviter(wanted.programme(), by)))
                .then(Mono.defer(() -> refuse(wanted)))
                .then(
                        Mono.defer(() ->
                                invitations.remove(wanted.programme(), wanted.address()).then()))
                .then(Mono.defer(() -> add(wanted, by, clock.instant())))
                .as(transaction::transactional);
    }

    /// Fails with [Forbidden] if `by` is no owner (any more), and with [NotFound] if the programme
    /// has no such invitation.
    public Mono<Invitation> withdraw(UUID programme, UUID id, AttendeeId by) {
        return changes.inTurn(programme)
                .then(Mono.defer(() -> inviter(programme, by)))
                .flatMap(_ -> invitations.find(id))
                .filter(found -> found.programme().equals(programme))
                .flatMap(found -> invitations.remove(found.id()))
                .delayUntil(
                        gone -> changes.record(change(gone, by, What.WITHDRAWN, clock.instant())))
                .switchIfEmpty(Mono.error(NotFound::new))
                .as(transaction::transactional);
    }

    private Mono<Attendee> inviter(UUID programme, AttendeeId by) {
        return attendees
                .find(by)
                .filterWhen(person ->
                        team.of(programme).map(all -> all.may(Power.STAFF, person.address())))
                .switchIfEmpty(Mono.error(Forbidden::new));
    }

    private Mono<Void> refuse(Wanted wanted) {
        return team.of(wanted.programme())
                .filter(all -> !all.has(wanted.address()))
                .switchIfEmpty(Mono.error(StaffRefused::alreadyStaff))
                .then(
                        Mono.defer(() ->
                                changes.invitedSince(
                                        wanted.programme(), clock.instant().minus(DAY))))
                .filter(today -> today < MOST_IN_A_DAY)
                .switchIfEmpty(Mono.error(StaffRefused::tooManyInvitations))
                .then();
    }

    private Mono<Invitation> add(Wanted wanted, AttendeeId by, Instant now) {
        var invitation =
                new Invitation(
                        TimeOrderedId.at(now),
                        wanted.programme(),
                        wanted.address(),
                        wanted.role(),
                        wanted.language(),
                        by,
                        now,
                        now.plus(Invitation.LIFE));
        return invitations
                .add(invitation)
                .then(Mono.defer(() -> mails.ask(invitation)))
                .then(Mono.defer(() -> changes.record(change(invitation, by, What.INVITED, now))))
                .thenReturn(invitation);
    }

    static StaffChange change(Invitation invitation, AttendeeId by, What what, Instant now) {
        var isGone = what == What.WITHDRAWN;
        return new StaffChange(
                TimeOrderedId.at(now),
                invitation.programme(),
                now,
                by,
                what,
                invitation.address(),
                isGone ? invitation.role() : null,
                isGone ? null : invitation.role());
    }
}
