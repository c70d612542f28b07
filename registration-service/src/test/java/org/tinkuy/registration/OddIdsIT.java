package org.tinkuy.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.identity.People;
import org.tinkuy.testing.OddIds;
import org.tinkuy.testing.ToldMethods;

@RunningService
class OddIdsIT {

    @Autowired private WebTestClient http;
    @Autowired private People people;

    @Test
    void everyIdIsTakenAsItIsWrittenEverywhere() {
        var organiser = people.organiser().bearer();
        var ids = new OddIds(http, "registration", organiser);

        assertThat(ids.taken()).isEmpty();
        assertThat(ids.asked()).isGreaterThan(50);
    }

    @Test
    void everyPathTellsTheMethodsThatItTakes() {
        var organiser = people.organiser().bearer();

        assertThat(new ToldMethods(http, "registration", organiser).differences()).isEmpty();
    }
}
