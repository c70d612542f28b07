package org.tinkuy.registration.staff;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.problems.Forbidden;
import org.tinkuy.problems.NotFound;
import org.tinkuy.registration.TimeOrderedId;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.identity.ChangeRole;
import org.tinkuy.registration.staff.StaffChange.What;
import org.tinkuy.registration.staff.Team.Member;
import org.tinkuy.token.Power;
import org.tinkuy.token.Role;
import reactor.core.publisher.Mono;

/// An owner gives a member of the staff another role, or takes it away; everybody may leave.
///
/// What the caller's token says is up to five minutes old: who may is read here, after all who
/// changed the staff of the programme before.
@Component
public class ChangeStaff {

    private final StaffChanges changes;
    private final Invitations invitations;
    private final ReadTeam team;
    private final Attendees attendees;
    private final ChangeRole changeRole;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ChangeStaff(
            StaffChanges changes,
            Invitations invitations,
            ReadTeam team,
            Attendees attendees,
            ChangeRole changeRole,
            TransactionalOperator transaction,
            Clock clock) {
        this.changes = changes;
        this.invitations = invitations;
        this.team = team;
        this.attendees = attendees;
        this.changeRole = changeRole;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Fails with [Forbidden] if `by` is no owner (any more), with [NotFound] if there is no such
    /// member, and with [StaffRefused].
    ///
    /// @param after `null`: none any more, which everybody may say of themselves
    public Mono<Void> change(
            UUID programme, AttendeeId whose, @Nullable Role after, AttendeeId by) {
        return changes.inTurn(programme)
                .then(Mono.defer(() -> Mono.zip(team.of(programme), attendees.find(by))))
                .flatMap(found -> change(programme, found.getT1(), whose, after, found.getT2()))
                .as(transaction::transactional);
    }

    private Mono<Void> change(
            UUID programme, Team all, AttendeeId whose, @Nullable Role after, Attendee by) {
        var member = all.of(whose);
        var isOwn = member != null && member.address().equals(by.address());
        if (!all.may(Power.STAFF, by.address()) && !(isOwn && after == null)) {
            return Mono.error(Forbidden::new);
        }
        if (member == null) {
            return Mono.error(NotFound::new);
        }
        Optional<StaffRefused> refusal = all.refusal(member, after, by.address());
        if (refusal.isPresent()) {
            return Mono.error(refusal.get());
        }
        return member.role() == after
                ? Mono.empty()
                : change(programme, member, after, by.id(), isOwn);
    }

    private Mono<Void> change(
            UUID programme, Member member, @Nullable Role after, AttendeeId by, boolean isOwn) {
        var now = clock.instant();
        return changeRole
                .change(member.person().id(), programme, after, now)
                .then(
                        Mono.defer(() ->
                                changes.record(
                                        new StaffChange(
                                                TimeOrderedId.at(now),
                                                programme,
                                                now,
                                                by,
                                                what(after, isOwn),
                                                member.address(),
                                                member.role(),
                                                after))))
                .then(Mono.defer(() -> withdrawThose(programme, member, after, by, now)));
    }

    private static What what(@Nullable Role after, boolean isOwn) {
        if (after != null) {
            return What.CHANGED;
        }
        return isOwn ? What.LEFT : What.TAKEN_AWAY;
    }

    /// Nobody comes in by an invitation of somebody who may not invite any more.
    private Mono<Void> withdrawThose(
            UUID programme, Member member, @Nullable Role after, AttendeeId by, Instant now) {
        return after != null && after.may(Power.STAFF)
                ? Mono.empty()
                : attendees
                        .sharingAddress(member.person().id())
                        .map(Attendee::id)
                        .collectList()
                        .flatMapMany(all -> invitations.removeThoseOf(programme, all))
                        .concatMap(gone ->
                                changes.record(InviteStaff.change(gone, by, What.WITHDRAWN, now)))
                        .then();
    }
}
