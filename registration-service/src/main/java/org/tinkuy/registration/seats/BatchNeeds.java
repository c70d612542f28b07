package org.tinkuy.registration.seats;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.PersonKey;
import org.tinkuy.registration.seats.Command.FollowSession;
import org.tinkuy.registration.seats.Command.Registrant;
import org.tinkuy.registration.seats.Command.Wish;

/// What has to be read to decide a batch.
///
/// @param registrations those named by their id
/// @param attendances those named by attendee and session
/// @param seatsThatMayBecomeFree at most so many per pool, so many of its waiting list matter
/// @param askedByStrangers where strangers ask for seats
/// @param holders whose holds are to be counted
/// @param following of a session that does not take place, so many registrations per pool that are
///   not cancelled
public record BatchNeeds(
        Set<RegistrationId> registrations,
        Set<Attendance> attendances,
        Map<PoolId, Integer> seatsThatMayBecomeFree,
        Set<PoolId> askedByStrangers,
        Set<Holder> holders,
        Map<PoolId, Integer> following) {

    public record Attendance(SessionId session, AttendeeId attendee) {}

    /// Whoever asks from a network.
    public record Holder(PoolId pool, Network network) {}

    /// @param strangers who they are
    /// @param newcomers those of them who cannot have any registration yet
    public static BatchNeeds of(
            List<Command> commands,
            Map<PersonKey, AttendeeId> strangers,
            Set<AttendeeId> newcomers) {
        var needs =
                new BatchNeeds(
                        new HashSet<>(),
                        new HashSet<>(),
                        new HashMap<>(),
                        new HashSet<>(),
                        new HashSet<>(),
                        new HashMap<>());
        for (var command : commands) {
            switch (command) {
                case Command.Register register -> {
                    needs.attend(attendee(register.registrant(), strangers), register.wishes());
                    needs.ask(register);
                }
                case Command.Confirm confirm -> needs.attend(confirm.attendee(), confirm.wishes());
                case Command.Cancel(var id, var pool, _, _, _) -> needs.mayFree(pool, id);
                case Command.Promote(var id, _, _, _) -> needs.registrations().add(id);
                case Command.Withdraw withdraw -> needs.withdraw(withdraw);
                case Command.ExpireHold(var id, var pool) -> needs.mayFree(pool, id);
                case FollowSession follow -> needs.follow(follow);
            }
        }
        needs.attendances().removeIf(it -> newcomers.contains(it.attendee()));
        return needs;
    }

    private static AttendeeId attendee(
            Registrant registrant, Map<PersonKey, AttendeeId> strangers) {
        return switch (registrant) {
            case Registrant.SignedIn(var attendee) -> attendee;
            case Registrant.Stranger stranger ->
                    Objects.requireNonNull(strangers.get(stranger.key()));
        };
    }

    private void attend(AttendeeId attendee, List<Wish> wishes) {
        wishes.forEach(wish -> attendances.add(new Attendance(wish.session(), attendee)));
    }

    private void ask(Command.Register register) {
        if (!(register.registrant() instanceof Registrant.Stranger)) {
            return;
        }
        askedByStrangers.addAll(register.pools());
        var network = register.origin().network();
        if (network != null) {
            register.pools().forEach(pool -> holders.add(new Holder(pool, network)));
        }
    }

    private void withdraw(Command.Withdraw withdraw) {
        askedByStrangers.addAll(withdraw.pools());
        withdraw.sessions()
                .forEach(session -> attendances.add(new Attendance(session, withdraw.attendee())));
        withdraw.pools().forEach(pool -> seatsThatMayBecomeFree.merge(pool, 1, Integer::sum));
    }

    private void mayFree(PoolId pool, RegistrationId registration) {
        registrations.add(registration);
        seatsThatMayBecomeFree.merge(pool, 1, Integer::sum);
    }

    private void follow(FollowSession follow) {
        seatsThatMayBecomeFree.merge(follow.pool(), follow.atMost(), Integer::sum);
        following.merge(follow.pool(), follow.atMost(), Integer::sum);
    }
}
