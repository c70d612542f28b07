package org.tinkuy.registration.identity.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.People;
import org.tinkuy.testing.Contract;
import org.tinkuy.testing.InnerSide;
import org.tinkuy.testing.Published;

@RunningService
class IdentityMessagesIT {

    @Autowired WebTestClient http;
    @Autowired InnerSide inner;
    @Autowired People people;

    @Test
    void recordsWhoConfirmedAnAddress() {
        var ana = people.signIn(People.strangersAddress());

        var recorded = Published.await("attendees", ana.attendeeId(), 1).getFirst();

        assertFits(new Contract("attendees", "attendee-recorded"), recorded);
        assertThat(recorded.sequence()).isEqualTo(1);
        assertThat(recorded.body().get("address").asString()).isEqualTo(ana.address());
        assertThat(recorded.body().has("confirmedAt")).isTrue();
    }

    /// What an attendee reads follows the language that they set, also where it was theirs before.
    @ParameterizedTest
    @ValueSource(strings = {"language", "timeZone"})
    void tellsThatSomebodySetWhatTheyHadAlready(String field) {
        var ana = people.signIn(People.strangersAddress());
        var value = field.equals("language") ? "en" : "America/Lima";
        change(ana, Map.of("timeZone", "America/Lima"));
        change(ana, Map.of("name", "Ana"));
        change(ana, Map.of(field, value));

        var told = Published.await("attendees", ana.attendeeId(), 4);

        assertFits(new Contract("attendees", "attendee-recorded"), told.getLast());
        var setAt = told.stream().map(it -> it.body().path("preferencesSetAt").asString(""));
        assertThat(setAt.distinct()).as("by name alone nothing is set").hasSize(3);
        assertThat(told.getLast().body().path(field).asString()).isEqualTo(value);
    }

    private void change(People.SignedIn person, Map<String, String> change) {
        http.patch()
                .uri("/api/attendees/me")
                .header(HttpHeaders.AUTHORIZATION, person.bearer())
                .bodyValue(change)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void asksForAMailWithoutSayingTheCode() {
        var address = People.strangersAddress();
        var challenge = people.open(address);

        var requested = Published.await("sign-ins", challenge, 1).getFirst();

        assertFits(new Contract("sign-ins", "sign-in-requested"), requested);
        assertThat(requested.body().toString()).doesNotContain(people.mailedCode(challenge));
        assertThat(requested.body().get("purpose").asString()).isEqualTo("sign-in");
        assertThat(requested.body().get("language").asString()).isEqualTo("en");
    }

    @Test
    void tellsWhenADeviceIsSignedInAndOut() {
        var ana = people.signIn(People.strangersAddress());
        http.delete()
                .uri("/api/device-sessions/current")
                .header(HttpHeaders.AUTHORIZATION, ana.bearer())
                .exchange()
                .expectStatus()
                .isNoContent();

        var told = Published.await("device-sessions", ana.deviceSessionId(), 2);

        assertFits(new Contract("device-sessions", "device-session-opened"), told.getFirst());
        assertFits(new Contract("device-sessions", "device-session-closed"), told.getLast());
        assertThat(told).extracting(Published::sequence).isEqualTo(List.of(1L, 2L));
    }

    @Test
    void writesAttendeesAgainWithTheSequenceTheyHad() {
        var ana = people.signIn(People.strangersAddress());
        var first = Published.await("attendees", ana.attendeeId(), 1).getFirst();

        inner.http()
                .post()
                .uri("/actuator/republish")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("topic", "attendees"))
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(Published.await("attendees", ana.attendeeId(), 2).getLast()).isEqualTo(first);
    }

    private static void assertFits(Contract contract, Published message) {
        assertThat(message.type()).isEqualTo(contract.message());
        assertThat(contract.violations(message.body())).isEmpty();
    }
}
