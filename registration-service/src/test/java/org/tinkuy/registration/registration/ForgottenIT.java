package org.tinkuy.registration.registration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.People;
import org.tinkuy.retention.RemoveExpired;
import org.tinkuy.testing.KeptWords;
import org.tinkuy.testing.MovableTime;
import org.tinkuy.testing.Published;

/// Whoever never confirmed an address is forgotten after seven days, wherever they left something.
@RunningService
class ForgottenIT {

    private static final String NETWORK = "198.51.100.77";

    @Autowired WebTestClient http;
    @Autowired People people;
    @Autowired MovableTime time;
    @Autowired BeanFactory beans;
    @Autowired DatabaseClient database;
    @Autowired Environment environment;
    @Autowired FinishLeftOvers finishLeftOvers;
    @Autowired RemoveExpired removeExpired;

    private final String name = "Zoila Unaypacha " + UUID.randomUUID();
    private Office office;
    private Desk desk;

    @BeforeEach
    void open() {
        office = new Office(beans);
        desk = new Desk(http, people);
    }

    @AfterEach
    void backToNow() {
        time.reset();
    }

    @Test
    void nothingIsLeftOfWhoeverNeverConfirmed() {
        var address = People.strangersAddress();
        var session = office.aSession(5);
        var asked = desk.ask(NETWORK, address, name, session);
        desk.type(asked, wrong(asked)).expectStatus().isEqualTo(422);
        desk.renew(asked);
        people.open(address);
        var kept = new KeptWords(environment);
        assertThat(kept.tablesWith(address))
                .contains("attendees", "sign_in_challenges", "sign_in_allowances");
        assertThat(kept.tablesWith(NETWORK)).contains("registrations");
        Published.await("sign-ins", asked.challengeId(), 1);

        time.pass(Duration.ofDays(7).plusHours(1));
        finishLeftOvers.finish(time.instant()).block();
        untilNothingExpires();

        assertThat(kept.tablesWith(address)).isEmpty();
        assertThat(kept.tablesWith(name)).isEmpty();
        assertThat(kept.tablesWith(NETWORK)).isEmpty();
        assertThat(office.audit()).isEmpty();
    }

    /// Seven days are counted from the last time that somebody asked.
    @Test
    void whoeverAsksAgainIsKnownOn() {
        var address = People.strangersAddress();
        var session = office.aSession(5);
        desk.ask(address, name, session);
        time.pass(Duration.ofDays(6));
        Published.await("sign-ins", desk.ask(address, name, session).challengeId(), 1);

        time.pass(Duration.ofDays(2));
        untilNothingExpires();

        assertThat(new KeptWords(environment).tablesWith(address)).containsExactly("attendees");
    }

    @Test
    void whoeverConfirmedStays() {
        var person = people.signIn(People.strangersAddress());

        time.pass(Duration.ofDays(60));
        untilNothingExpires();

        assertThat(new KeptWords(environment).tablesWith(person.address())).contains("attendees");
        assertThat(ids("device_sessions")).doesNotContain(person.deviceSessionId().toString());
    }

    /// One page of rows is removed at a time.
    private void untilNothingExpires() {
        for (var round = 0; round < 3; round++) {
            removeExpired.round().block();
        }
    }

    private String wrong(Desk.Asked asked) {
        return people.mailedCode(asked.challengeId()).equals("000000") ? "000001" : "000000";
    }

    private List<String> ids(String table) {
        return requireNonNull(
                database.sql("select id::text from " + table)
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block());
    }
}
