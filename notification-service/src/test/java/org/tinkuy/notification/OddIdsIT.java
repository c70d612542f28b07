package org.tinkuy.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.testing.Callers;
import org.tinkuy.testing.OddIds;
import org.tinkuy.testing.ToldMethods;
import org.tinkuy.testing.UnknownProgrammes;

@RunningService
class OddIdsIT {

    @Autowired private WebTestClient http;

    @Test
    void everyIdIsTakenAsItIsWrittenEverywhere() {
        var ids = new OddIds(http, "notification", Callers.owner());

        assertThat(ids.taken()).isEmpty();
        assertThat(ids.asked()).isGreaterThan(50);
    }

    @Test
    void underAnUnknownProgrammeThereIsNothing() {
        var walk = new UnknownProgrammes(http, "notification", Callers.owner()).walk();

        assertThat(walk.others()).isEmpty();
        assertThat(walk.asked()).isGreaterThan(2);
    }

    @Test
    void everyPathTellsTheMethodsThatItTakes() {
        assertThat(new ToldMethods(http, "notification", Callers.owner()).differences()).isEmpty();
    }
}
