package org.tinkuy.registration.staff;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tinkuy.registration.identity.Attendee;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.identity.Grants;
import org.tinkuy.registration.identity.Grants.Granted;
import org.tinkuy.registration.staff.Team.Member;
import reactor.core.publisher.Mono;

/// Who has which role in a programme.
@Component
public class ReadTeam {

    private final Grants grants;
    private final Attendees attendees;

    ReadTeam(Grants grants, Attendees attendees) {
        this.grants = grants;
        this.attendees = attendees;
    }

    public Mono<Team> of(UUID programme) {
        return grants.in(programme)
                .collectList()
                .flatMap(granted ->
                        attendees
                                .findAll(
                                        granted.stream().map(Granted::attendee).distinct().toList())
                                .collect(Collectors.toMap(Attendee::id, person -> person))
                                .map(people ->
                                        new Team(
                                                granted.stream()
                                                        .flatMap(
                                                                one -> member(one, people).stream())
                                                        .toList())));
    }

    private static Optional<Member> member(Granted granted, Map<AttendeeId, Attendee> people) {
        return Optional.ofNullable(people.get(granted.attendee()))
                .map(person ->
                        new Member(person, granted.role(), granted.everywhere(), granted.at()));
    }
}
