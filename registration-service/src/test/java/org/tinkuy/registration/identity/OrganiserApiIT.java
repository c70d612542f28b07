package org.tinkuy.registration.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.tinkuy.registration.RunningService;
import org.tinkuy.token.Grant;
import org.tinkuy.token.Role;

@RunningService
class OrganiserApiIT {

    private final UUID programme = UUID.randomUUID();

    @Autowired WebTestClient http;
    @Autowired People people;
    @Autowired Grants grants;

    @Test
    void namesOrganisersOfAProgrammeToOneAnotherAndNobodyElse() {
        var owner = people.signIn("organiser@example.org");
        var organiser = people.signIn(People.strangersAddress());
        var editor = people.signIn(People.strangersAddress());
        var elsewhere = people.signIn(People.strangersAddress());
        give(organiser, new Grant(Role.ORGANISER, programme));
        give(editor, new Grant(Role.EDITOR, programme));
        give(elsewhere, new Grant(Role.ORGANISER, UUID.randomUUID()));

        assertThat(
                        ask(owner)
                                .expectStatus()
                                .isOk()
                                .expectBody(
                                        new ParameterizedTypeReference<
                                                List<Map<String, String>>>() {})
                                .returnResult()
                                .getResponseBody())
                .extracting(one -> one.get("address"))
                .contains(owner.address(), organiser.address())
                .doesNotContain(editor.address(), elsewhere.address());
        ask(editor).expectStatus().isForbidden();
        ask(elsewhere).expectStatus().isForbidden();
    }

    private void give(People.SignedIn person, Grant grant) {
        grants.give(new AttendeeId(person.attendeeId()), grant, Instant.now()).block();
    }

    private ResponseSpec ask(People.SignedIn person) {
        return http.get()
                .uri("/api/organisers?programmeId=" + programme)
                .header(HttpHeaders.AUTHORIZATION, person.bearer())
                .exchange();
    }
}
