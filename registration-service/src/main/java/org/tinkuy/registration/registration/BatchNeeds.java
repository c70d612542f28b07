package org.tinkuy.registration.registration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.EmailAddress;
import org.tinkuy.registration.registration.Command.Registrant;

/// What has to be read to decide a batch.
///
/// @param registrations those named by their id
/// @param attendances those named by attendee and session
/// @param seatsThatMayBecomeFree at most so many per session, so many of its waiting list matter
public record BatchNeeds(
        Set<RegistrationId> registrations,
        Set<Attendance> attendances,
        Map<SessionId, Integer> seatsThatMayBecomeFree) {

    public record Attendance(SessionId session, AttendeeId attendee) {}

    /// @param strangers who the addresses belong to
    static BatchNeeds of(List<Command> commands, Map<EmailAddress, AttendeeId> strangers) {
        var needs = new BatchNeeds(new HashSet<>(), new HashSet<>(), new HashMap<>());
        for (var command : commands) {
            switch (command) {
                case Command.Register register ->
                        needs.attend(attendee(register.registrant(), strangers), register);
                case Command.ConfirmAttendee confirm -> needs.attend(confirm.attendee(), confirm);
                case Command.Cancel(var id, var session, _, _) -> needs.mayFree(session, id);
                case Command.ExpireHold(var id, var session) -> needs.mayFree(session, id);
                case Command.FillSeats(var session, var atMost, _) ->
                        needs.seatsThatMayBecomeFree.merge(session, atMost, Integer::sum);
                case Command.Withdraw withdraw -> needs.registrations.add(withdraw.registration());
            }
        }
        return needs;
    }

    private static AttendeeId attendee(
            Registrant registrant, Map<EmailAddress, AttendeeId> strangers) {
        return switch (registrant) {
            case Registrant.SignedIn(var attendee) -> attendee;
            case Registrant.Stranger stranger ->
                    Objects.requireNonNull(strangers.get(stranger.address()));
        };
    }

    private void attend(AttendeeId attendee, Command command) {
        command.sessions().forEach(session -> attendances.add(new Attendance(session, attendee)));
    }

    private void mayFree(SessionId session, RegistrationId registration) {
        registrations.add(registration);
        seatsThatMayBecomeFree.merge(session, 1, Integer::sum);
    }
}
