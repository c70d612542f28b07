package org.tinkuy.registration.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.registration.registration.Desk.json;
import static org.tinkuy.registration.registration.Desk.problem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.Attendees;
import org.tinkuy.registration.identity.People;
import org.tinkuy.registration.seats.SessionId;
import org.tinkuy.testing.MovableTime;
import org.tinkuy.testing.Published;
import tools.jackson.databind.JsonNode;

@RunningService
class WhatACodeConfirmsIT {

    @Autowired WebTestClient http;
    @Autowired People people;
    @Autowired MovableTime time;
    @Autowired BeanFactory beans;
    @Autowired FinishLeftOvers finishLeftOvers;
    private Office office;
    private Desk desk;

    @BeforeEach
    void open() {
        office = new Office(beans);
        desk = new Desk(http, people);
    }

    @AfterEach
    void nothingIsStrandedOrSoldTwice() {
        time.reset();
        assertThat(office.audit()).isEmpty();
    }

    @Test
    void whatAStrangerAskedForIsNotConfirmedWhenTheOwnerSignsIn() {
        var address = People.strangersAddress();
        desk.ask(address, "Somebody Else", office.aSession(5));

        var owner = people.signIn(address);

        assertThat(desk.mine(owner)).containsExactly("Somebody Else pending");
        assertThat(desk.get(owner, "/api/attendees/me").path("name").asString()).isEmpty();
    }

    /// A seat that somebody only holds may become free again: of that the mail says nothing.
    @Test
    void itsMailSaysWhichSessionsAreFull() {
        var full = office.aSession(1);
        var open = office.aSession(1);
        var ana = people.signIn(People.strangersAddress());
        desk.register(ana, "Ana", full).expectStatus().isCreated();

        var first = desk.ask(People.strangersAddress(), "Ben", open, full);
        var again = desk.renew(first);

        for (var asked : List.of(first, again)) {
            var mail = Published.await("sign-ins", asked.challengeId(), 1).getFirst().body();
            assertThat(mail.path("fullSessionIds").valueStream().map(JsonNode::asString))
                    .containsExactly(full.value().toString());
        }
    }

    @Test
    void norWhenTheOwnerConfirmsAnotherRequest() {
        var session = office.aSession(5);
        var address = People.strangersAddress();
        desk.ask(address, "Somebody Else", session);
        desk.ask(address, "Ana", session);
        var other = desk.ask(address, "Ana", office.aSession(5));

        var settled = desk.confirm(other);

        assertThat(settled).hasSize(1);
        assertThat(settled.at("/0/status").asString()).isEqualTo("confirmed");
        var owner = people.signIn(address);
        assertThat(desk.mine(owner))
                .containsExactlyInAnyOrder("Somebody Else pending", "Ana pending", "Ana confirmed");
        assertThat(desk.get(owner, "/api/attendees/me").path("name").asString()).isEqualTo("Ana");
    }

    @Test
    void whatNobodyConfirmedIsNotToldToTheOwnerAnyMore() {
        var address = People.strangersAddress();
        desk.ask(address, "Somebody Else", office.aSession(5));
        time.pass(Duration.ofMinutes(11));
        Office.await(finishLeftOvers.sweep());

        assertThat(desk.mine(people.signIn(address))).isEmpty();
    }

    @Test
    void aFamilyRegistersUnderItsOwnNames() {
        var session = office.aSession(5);
        var address = People.strangersAddress();
        var ana = desk.ask(address, "Ana Quispe", session);
        var ben = desk.ask(address, "Ben Quispe", session);
        desk.confirm(ana);
        desk.confirm(ben);

        var signedIn = people.signIn(address);
        assertThat(desk.mine(signedIn))
                .containsExactly("Ana Quispe confirmed", "Ben Quispe confirmed");
        var caro = json(desk.register(signedIn, "Caro Quispe", session)).at("/registrations/0");
        assertThat(caro.path("status").asString()).isEqualTo("confirmed");
        var again = json(desk.register(signedIn, "BEN  QUISPE", session)).at("/registrations/0");
        assertThat(again.path("alreadyRegistered").asBoolean()).isTrue();
        var organiser = people.organiser();
        assertThat(
                        desk.get(organiser, "/api/registrations?sessionId=" + session.value())
                                .path("items")
                                .valueStream()
                                .map(item -> item.at("/attendee/name").asString()))
                .containsExactly("Ana Quispe", "Ben Quispe", "Caro Quispe");
    }

    @Test
    void whoReadsTheMailCancelsForEverybodyWhoHasTheAddress() {
        var session = office.aSession(5);
        var address = People.strangersAddress();
        desk.confirm(desk.ask(address, "Ana", session));
        desk.confirm(desk.ask(address, "Ben", session));
        var signedIn = people.signIn(address);
        var ben = desk.get(signedIn, "/api/attendees/me/registrations").at("/1/id").asString();

        http.post()
                .uri("/api/registrations/{id}/cancellation", ben)
                .header("Authorization", signedIn.bearer())
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(desk.mine(signedIn)).containsExactly("Ana confirmed", "Ben cancelled");
    }

    @Test
    void anAddressHasSoManyPeople() {
        var session = office.aSession(null);
        var signedIn = people.signIn(People.strangersAddress());
        for (var number = 0; number < Attendees.PEOPLE_OF_AN_ADDRESS; number++) {
            desk.register(signedIn, "Person " + number, session).expectStatus().isCreated();
        }

        var problem = problem(desk.register(signedIn, "One more", session), 400, "invalid-request");

        assertThat(problem.at("/errors/0/code").asString()).isEqualTo("too-many-people");
        desk.register(signedIn, "Person 3", session).expectStatus().isCreated();
    }

    /// Asked for at noon, again at eight minutes past, typed at a quarter past.
    @Test
    void aNewCodeRenewsTheRequestAndTheHold() {
        var session = office.aSession(1);
        var first = desk.ask(People.strangersAddress(), "Ana", session);
        time.pass(Duration.ofMinutes(8));
        var second = desk.renew(first);
        assertThat(second.seat()).isEqualTo("held");
        assertThat(heldUntil(second))
                .isBetween(
                        time.instant().plus(Duration.ofMinutes(9)),
                        time.instant().plus(Duration.ofMinutes(10)));
        time.pass(Duration.ofMinutes(7));
        Office.await(finishLeftOvers.sweep());

        assertThat(outcome(desk.confirm(second))).isEqualTo("confirmed");
    }

    @Test
    void aNewCodeAfterTheFormerRanOutAsksOnceMore() {
        var first = desk.ask(People.strangersAddress(), "Ana", office.aSession(1));
        time.pass(Duration.ofMinutes(12));
        Office.await(finishLeftOvers.sweep());

        var second = desk.renew(first);

        assertThat(second.seat()).isEqualTo("held");
        assertThat(outcome(desk.confirm(second))).isEqualTo("confirmed");
    }

    @Test
    void aCodeThatComesWhenTheSeatIsGoneSaysSo() {
        var session = office.aSession(1);
        var first = desk.ask(People.strangersAddress(), "Ana", session);
        time.pass(Duration.ofMinutes(9));
        var second = desk.renew(first);
        time.pass(Duration.ofMinutes(9));
        var third = desk.renew(second);
        time.pass(Duration.ofMinutes(9));
        var fourth = desk.renew(third);
        time.pass(Duration.ofMinutes(4));
        Office.await(finishLeftOvers.sweep());
        office.decide(office.register(Office.anAttendee(), session));

        var settled = desk.confirm(fourth);

        assertThat(outcome(settled)).isEqualTo("waitlisted");
        assertThat(settled.at("/0/position").asInt()).isEqualTo(1);
        assertThat(settled.at("/0/holdLapsed").asBoolean()).isTrue();
    }

    @Test
    void tellsWhoeverHasTheLinkWhetherItsCodeIsStillGood() {
        var first = desk.ask(People.strangersAddress(), "Ana", office.aSession(1));
        assertThat(desk.state(first.challengeId())).isEqualTo("open");

        var second = desk.renew(first);
        assertThat(desk.state(first.challengeId())).isEqualTo("renewed");

        desk.confirm(second);
        assertThat(desk.state(first.challengeId())).isEqualTo("renewed");
        assertThat(desk.state(second.challengeId())).isEqualTo("over");
        assertThat(desk.state(UUID.randomUUID())).isEqualTo("over");
    }

    @Test
    void aCodeThatRanOutIsOver() {
        var asked = desk.ask(People.strangersAddress(), "Ana", office.aSession(1));
        time.pass(Duration.ofMinutes(10));

        assertThat(desk.state(asked.challengeId())).isEqualTo("over");
    }

    @Test
    void anOlderCodeIsToldFromAWrongOneAndCostsNoAttempt() {
        var first = desk.ask(People.strangersAddress(), "Ana", office.aSession(1));
        var second = desk.renew(first);
        var third = desk.renew(second);

        for (var older : new Desk.Asked[] {first, second}) {
            var code = people.mailedCode(older.challengeId());
            for (var time = 0; time < 6; time++) {
                problem(desk.type(third, code), 409, "newer-code");
            }
            problem(desk.type(older, code), 409, "newer-code");
        }

        assertThat(outcome(desk.confirm(third))).isEqualTo("confirmed");
        problem(desk.tryToRenew(third), 410, "challenge-over");
    }

    @Test
    void onlyTheBrowserThatAskedAsksAgain() {
        var asked = desk.ask(People.strangersAddress(), "Ana", office.aSession(1));

        problem(
                desk.tryToRenew(
                        new Desk.Asked(asked.challengeId(), "guessed", asked.registrations())),
                403,
                "other-browser");
    }

    @Test
    void saysWhoWasRegisteredBefore() {
        var session = office.aSession(1);
        var address = People.strangersAddress();
        desk.confirm(desk.ask(address, "Ana", session));

        var again = desk.confirm(desk.ask(address, "Ana", session));

        assertThat(outcome(again)).isEqualTo("confirmed");
        assertThat(again.at("/0/alreadyRegistered").asBoolean()).isTrue();
    }

    @Test
    void asksWhoIsSignedInForTheNameThatIsMissing() {
        var session = office.aSession(5);
        var signedIn = people.signIn(People.strangersAddress());

        var problem = problem(desk.register(signedIn, null, session), 400, "invalid-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("name");
        assertThat(problem.at("/errors/0/code").asString()).isEqualTo("required");

        desk.register(signedIn, "Ana", session).expectStatus().isCreated();
        desk.register(signedIn, null, office.aSession(5)).expectStatus().isCreated();
        assertThat(desk.mine(signedIn)).containsExactly("Ana confirmed", "Ana confirmed");
    }

    @Test
    void inventedAddressesOfOneNetworkLeaveSeatsAndTheCountIsStill() {
        var session = office.aSession(200);
        for (var number = 0; number < 20; number++) {
            assertThat(ask("203.0.113.9", session).seat()).isEqualTo("held");
        }

        assertThat(ask("203.0.113.9", session).seat()).isEqualTo("not-held");
        assertThat(ask("203.0.113.10", session).seat()).isEqualTo("held");
        var seats =
                json(http.get().uri("/api/seats?sessionId={id}", session.value()).exchange())
                        .get(0);
        assertThat(seats.path("taken").asInt()).isZero();
        assertThat(seats.path("left").asInt()).isEqualTo(200);
    }

    private Desk.Asked ask(String network, SessionId session) {
        return desk.ask(network, People.strangersAddress(), "Nobody", session);
    }

    private static Instant heldUntil(Desk.Asked asked) {
        return Instant.parse(asked.registrations().at("/0/heldUntil").asString());
    }

    private static String outcome(JsonNode settled) {
        return settled.at("/0/status").asString();
    }
}
