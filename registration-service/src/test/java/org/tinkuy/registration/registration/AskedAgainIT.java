package org.tinkuy.registration.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.People;
import org.tinkuy.registration.seats.SessionId;
import org.tinkuy.testing.MovableTime;

/// Strangers ask in the name of somebody who was registered or cancelled before.
@RunningService
class AskedAgainIT {

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
    void seatsThatAreLeftDoNotTellWhoIsRegistered() {
        var session = office.aSession(3);
        var address = People.strangersAddress();
        desk.confirm(desk.ask(address, "Ana", session));

        assertThat(desk.ask(address, "ANA", session).seat()).isEqualTo("held");

        assertThat(desk.ask(People.strangersAddress(), "Ben", session).seat())
                .isEqualTo("not-held");
        assertThat(seatsLeft(session)).isEqualTo(2);
        time.pass(Duration.ofMinutes(11));
        Office.await(finishLeftOvers.sweep());
        assertThat(desk.ask(People.strangersAddress(), "Caro", session).seat()).isEqualTo("held");
    }

    @Test
    void aCancellationIsToldUntilTheNewRequestIsConfirmed() {
        var session = office.aSession(3);
        var address = People.strangersAddress();
        desk.confirm(desk.ask(address, "Ana", session));
        var owner = people.signIn(address);
        var mine = desk.get(owner, "/api/attendees/me/registrations").path(0);
        http.post()
                .uri("/api/registrations/{id}/cancellation", mine.path("id").asString())
                .header("Authorization", owner.bearer())
                .exchange()
                .expectStatus()
                .isOk();
        var cancelled = desk.get(owner, "/api/attendees/me/registrations").path(0);

        var again = desk.ask(address, "Ana", session);
        assertThat(desk.get(owner, "/api/attendees/me/registrations").path(0).path("cancelledAt"))
                .isEqualTo(cancelled.path("cancelledAt"));
        assertThat(desk.mine(owner)).containsExactly("Ana cancelled");
        time.pass(Duration.ofMinutes(11));
        Office.await(finishLeftOvers.sweep());
        assertThat(desk.mine(people.signIn(address))).containsExactly("Ana cancelled");
        assertThat(listed(session, "cancelled")).containsExactly("cancelled");
        assertThat(listed(session, "lapsed")).isEmpty();

        desk.confirm(desk.renew(again));
        assertThat(desk.mine(people.signIn(address))).containsExactly("Ana confirmed");
    }

    @Test
    void aFloodOfNamesIsListedNoFurtherThanItWasMailed() {
        var session = office.aSession(1_000);
        var address = People.strangersAddress();
        var owner = people.signIn(address);

        for (var number = 0; number < 30; number++) {
            desk.ask(address.replace("@", "+" + number % 2 + "@"), "Name " + number, session);
            desk.ask(address, "Name " + number, session);
        }

        assertThat(desk.mine(owner)).hasSizeLessThan(10);
        assertThat(listed(session, "pending")).hasSize(9);
        assertThat(office.statuses(session)).containsOnly(Map.entry("pending", 9L));
    }

    private List<String> listed(SessionId session, String status) {
        var organiser = people.organiser();
        return desk.get(
                        organiser,
                        "/api/registrations?sessionId=" + session.value() + "&status=" + status)
                .path("items")
                .valueStream()
                .map(item -> item.path("status").asString())
                .toList();
    }

    private int seatsLeft(SessionId session) {
        return Desk.json(http.get().uri("/api/seats?sessionId={id}", session.value()).exchange())
                .at("/0/left")
                .asInt();
    }
}
