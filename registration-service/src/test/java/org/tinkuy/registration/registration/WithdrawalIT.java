package org.tinkuy.registration.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.registration.registration.Desk.problem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.People;

@RunningService
class WithdrawalIT {

    @Autowired WebTestClient http;
    @Autowired People people;
    @Autowired BeanFactory beans;
    private Office office;
    private Desk desk;

    @BeforeEach
    void open() {
        office = new Office(beans);
        desk = new Desk(http, people);
    }

    @AfterEach
    void nothingIsStrandedOrSoldTwice() {
        assertThat(office.audit()).isEmpty();
    }

    @Test
    void aMistypedAddressLeavesTheLastSeat() {
        var session = office.aSession(1);
        var typo = desk.ask(People.strangersAddress(), "Ana", session);

        desk.withdraw(typo).expectStatus().isNoContent();

        assertThat(desk.ask(People.strangersAddress(), "Ana", session).seat()).isEqualTo("held");
    }

    /// The browser went back and sent the same once more, and only then mended the address.
    @Test
    void whatWasAskedForTwiceWithAMistypedAddressLeavesTheLastSeat() {
        var session = office.aSession(1);
        var address = People.strangersAddress();
        var first = desk.ask(address, "Ana", session);
        var again = desk.ask(address, "Ana", session);
        assertThat(again.seat()).isEqualTo("held");

        desk.withdraw(first).expectStatus().isNoContent();
        assertThat(desk.ask(People.strangersAddress(), "Ben", session).seat())
                .isEqualTo("waiting-list");
        desk.withdraw(again).expectStatus().isNoContent();

        assertThat(desk.ask(People.strangersAddress(), "Ana", session).seat()).isEqualTo("held");
    }

    @Test
    void theCodeIsGoodNoMoreAndCannotBeRenewed() {
        var typo = desk.ask(People.strangersAddress(), "Ana", office.aSession(1));

        desk.withdraw(typo).expectStatus().isNoContent();
        desk.withdraw(typo).expectStatus().isNoContent();

        problem(desk.type(typo, people.mailedCode(typo.challengeId())), 410, "challenge-over");
        problem(desk.tryToRenew(typo), 410, "challenge-over");
    }

    @Test
    void anotherBrowserTakesNothingBack() {
        var session = office.aSession(1);
        var ana = desk.ask(People.strangersAddress(), "Ana", session);
        var ben = desk.ask(People.strangersAddress(), "Ben", office.aSession(1));

        problem(
                desk.withdraw(
                        new Desk.Asked(
                                ana.challengeId(), ben.browserSecret(), ana.registrations())),
                403,
                "other-browser");

        assertThat(desk.ask(People.strangersAddress(), "Caro", session).seat())
                .isEqualTo("waiting-list");
    }

    @Test
    void whatAnotherOpenCodeOfThePersonNamesStaysHeld() {
        var both = office.aSession(1);
        var first = office.aSession(1);
        var address = People.strangersAddress();
        var early = desk.ask(address, "Ana", first, both);
        var late = desk.ask(address, "ANA", both);

        desk.withdraw(early).expectStatus().isNoContent();

        assertThat(desk.ask(People.strangersAddress(), "Ben", first).seat()).isEqualTo("held");
        assertThat(desk.confirm(late).at("/0/status").asString()).isEqualTo("confirmed");
    }

    @Test
    void anotherOfTheFamilyKeepsTheSeat() {
        var session = office.aSession(4);
        var address = People.strangersAddress();
        var ana = desk.ask(address, "Ana", session);
        var ben = desk.ask(address, "Ben", session);

        desk.withdraw(ben).expectStatus().isNoContent();

        assertThat(desk.confirm(ana).at("/0/status").asString()).isEqualTo("confirmed");
        assertThat(office.statuses(session)).containsEntry("lapsed", 1L);
    }

    @Test
    void whatIsConfirmedStays() {
        var session = office.aSession(1);
        var ana = desk.ask(People.strangersAddress(), "Ana", session);
        desk.confirm(ana);

        desk.withdraw(ana).expectStatus().isNoContent();

        assertThat(office.statuses(session)).containsOnlyKeys("confirmed");
    }
}
