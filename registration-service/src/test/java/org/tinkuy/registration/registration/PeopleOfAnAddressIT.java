package org.tinkuy.registration.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.registration.registration.Desk.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.AttendeeId;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.identity.People;
import org.tinkuy.testing.MovableTime;

@RunningService
class PeopleOfAnAddressIT {

    @Autowired WebTestClient http;
    @Autowired People people;
    @Autowired Attendees attendees;
    @Autowired MovableTime time;
    @Autowired BeanFactory beans;
    private Office office;
    private Desk desk;

    @BeforeEach
    void open() {
        office = new Office(beans);
        desk = new Desk(http, people);
    }

    @AfterEach
    void resetTime() {
        time.reset();
    }

    @Test
    void codesConfirmNoMoreThanSoManyPeople() {
        var session = office.aSession(null);
        var address = People.strangersAddress();
        var first = people.signIn(address);
        desk.register(first, "Person", session).expectStatus().isCreated();
        for (var number = 2; number <= Attendees.PEOPLE_OF_AN_ADDRESS; number++) {
            desk.register(first, "Person " + number, session).expectStatus().isCreated();
        }
        var known = desk.ask(address, "Person 3", session);
        var oneMore = desk.ask(address, "One more", session);

        desk.confirm(known);
        var problem =
                problem(
                        desk.type(oneMore, people.mailedCode(oneMore.challengeId())),
                        400,
                        "invalid-request");

        assertThat(problem.at("/errors/0/code").asString()).isEqualTo("too-many-people");
        assertThat(office.statuses(session))
                .containsEntry("confirmed", (long) Attendees.PEOPLE_OF_AN_ADDRESS);
    }

    @Test
    void thereAreNoMoreWhereTheyRegisterAtOnce() {
        var session = office.aSession(null);
        var signedIn = people.signIn(People.strangersAddress());
        desk.register(signedIn, "Person", session).expectStatus().isCreated();

        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 24)
                    .forEach(number -> {
                        var _ =
                                crowd.submit(
                                        () -> desk.register(signedIn, "Person " + number, session));
                    });
        }

        assertThat(office.statuses(session))
                .containsEntry("confirmed", (long) Attendees.PEOPLE_OF_AN_ADDRESS);
    }

    /// What was mailed before, and refused since, is not proved to be received by what nobody
    /// mailed.
    @Test
    void whoIsAddedProvesNothingAnew() {
        var signedIn = people.signIn(People.strangersAddress());
        desk.register(signedIn, "Ana", office.aSession(null)).expectStatus().isCreated();
        time.pass(Duration.ofMinutes(2));

        desk.register(signedIn, "Ben", office.aSession(null)).expectStatus().isCreated();

        var ana = confirmedAt("Ana", signedIn);
        assertThat(confirmedAt("Ben", signedIn)).isBetween(ana, ana.plusMillis(1));
    }

    private Instant confirmedAt(String name, People.SignedIn who) {
        return Objects.requireNonNull(
                Office.result(
                                attendees
                                        .sharingAddress(new AttendeeId(who.attendeeId()))
                                        .filter(attendee -> attendee.name().equals(name))
                                        .single())
                        .confirmedAt());
    }
}
