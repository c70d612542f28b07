package org.tinkuy.registration.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tinkuy.email.EmailAddress;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.token.Power;
import org.tinkuy.token.Role;

/// Everybody with a role in a programme. Whoever reads an address's mail has what anybody of that
/// address was given.
public record Team(List<Member> members) {

    /// @param everywhere in every programme of the organisation, so that no programme takes it away
    public record Member(Attendee person, Role role, boolean everywhere, Instant since) {

        EmailAddress address() {
            return person.address();
        }
    }

    public Team {
        members = List.copyOf(members);
    }

    /// @return `null`: there is no such member
    public @Nullable Member of(AttendeeId id) {
        return members.stream()
                .filter(member -> member.person().id().equals(id))
                .min((one, other) -> Boolean.compare(one.everywhere(), other.everywhere()))
                .orElse(null);
    }

    boolean may(Power power, EmailAddress address) {
        return members.stream()
                .anyMatch(member -> member.address().equals(address) && member.role().may(power));
    }

    boolean has(EmailAddress address) {
        return members.stream().anyMatch(member -> member.address().equals(address));
    }

    boolean ownsOrganisation(EmailAddress address) {
        return members.stream()
                .anyMatch(member ->
                        member.everywhere()
                                && member.role() == Role.OWNER
                                && member.address().equals(address));
    }

    /// A programme that has owners of its own keeps one: none of them leaves it to nobody. Owners
    /// of the organisation own it as well, and may take away even the last.
    ///
    /// @param after `null`: none any more
    /// @return why it cannot be
    Optional<StaffRefused> refusal(Member member, @Nullable Role after, EmailAddress by) {
        if (member.everywhere()) {
            return Optional.of(StaffRefused.ownsOrganisation());
        }
        var isLast =
                member.role() == Role.OWNER
                        && after != Role.OWNER
                        && members.stream()
                                .filter(other -> !other.everywhere())
                                .filter(other -> other.role() == Role.OWNER)
                                .allMatch(other -> other.address().equals(member.address()));
        return isLast && !ownsOrganisation(by)
                ? Optional.of(StaffRefused.lastOwner())
                : Optional.empty();
    }
}
