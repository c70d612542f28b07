package org.tinkuy.registration.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.RunningService;
import org.tinkuy.registration.identity.People.SignedIn;
import org.tinkuy.testing.MovableTime;
import org.tinkuy.testing.Published;

@RunningService
class DevicesIT {

    record Device(
            UUID id,
            @Nullable String label,
            Instant openedAt,
            Instant lastSeenAt,
            Instant expiresAt,
            boolean current) {}

    @Autowired WebTestClient http;
    @Autowired People people;
    @Autowired MovableTime time;

    @AfterEach
    void backToNow() {
        time.reset();
    }

    @Test
    void listsTheDevicesOfOnesAddressAndWhichOneAsks() {
        var phone = people.signIn(People.strangersAddress());
        var laptop = people.signIn(phone.address());
        people.signIn(People.strangersAddress());

        assertThat(devices(laptop))
                .extracting(Device::id)
                .containsExactlyInAnyOrder(phone.deviceSessionId(), laptop.deviceSessionId());
        assertThat(devices(laptop))
                .filteredOn(Device::current)
                .extracting(Device::id)
                .containsExactly(laptop.deviceSessionId());
    }

    @Test
    void showsTheOneThatSigningInHasMadeWhereItSaysSo() {
        var laptop = people.signIn(People.strangersAddress());

        assertThat(current(laptop).expectBody(Device.class).returnResult().getResponseBody())
                .extracting(Device::id, Device::current)
                .containsExactly(laptop.deviceSessionId(), true);

        delete(laptop, "current").expectStatus().isNoContent();
        current(laptop).expectStatus().isUnauthorized();
    }

    private WebTestClient.ResponseSpec current(SignedIn who) {
        return http.get()
                .uri("/api/device-sessions/current")
                .header(HttpHeaders.AUTHORIZATION, who.bearer())
                .exchange();
    }

    @Test
    void notesWhenADeviceWasLastInUseToTheHour() {
        var phone = people.signIn(People.strangersAddress());
        var opened = devices(phone).getFirst().lastSeenAt();

        time.pass(Duration.ofMinutes(59));
        var soon = again(phone);
        assertThat(devices(soon).getFirst().lastSeenAt()).isEqualTo(opened);

        time.pass(Duration.ofMinutes(2));
        var later = again(phone);
        assertThat(devices(later).getFirst().lastSeenAt())
                .isAfter(opened.plus(Duration.ofHours(1)));
        assertThat(devices(later).getFirst().openedAt()).isEqualTo(opened);
    }

    @Test
    void endsOneOfThemAndTellsIt() {
        var phone = people.signIn(People.strangersAddress());
        var laptop = people.signIn(phone.address());

        delete(laptop, phone.deviceSessionId().toString()).expectStatus().isNoContent();

        people.tryToExchange(phone.token()).expectStatus().isUnauthorized();
        people.tryToExchange(laptop.token()).expectStatus().isOk();
        assertThat(devices(laptop)).hasSize(1);
        assertThat(Published.await("device-sessions", phone.deviceSessionId(), 2)).hasSize(2);
        delete(laptop, phone.deviceSessionId().toString()).expectStatus().isNotFound();
    }

    @Test
    void endsNobodyElses() {
        var ana = people.signIn(People.strangersAddress());
        var eva = people.signIn(People.strangersAddress());

        delete(eva, ana.deviceSessionId().toString()).expectStatus().isNotFound();
        delete(eva, "others").expectStatus().isNoContent();

        people.tryToExchange(ana.token()).expectStatus().isOk();
    }

    @Test
    void endsAllTheOthers() {
        var phone = people.signIn(People.strangersAddress());
        var tablet = people.signIn(phone.address());
        var laptop = people.signIn(phone.address());

        delete(laptop, "others").expectStatus().isNoContent();

        people.tryToExchange(phone.token()).expectStatus().isUnauthorized();
        people.tryToExchange(tablet.token()).expectStatus().isUnauthorized();
        people.tryToExchange(laptop.token()).expectStatus().isOk();
    }

    @Test
    void signingInAgainEndsTheFormerSessionOfThatBrowserAndNoOther() {
        var laptop = people.signIn(People.strangersAddress());
        var before = people.signIn(laptop.address());

        var after = people.signInAgain(before);

        people.tryToExchange(before.token()).expectStatus().isUnauthorized();
        people.tryToExchange(after.token()).expectStatus().isOk();
        people.tryToExchange(laptop.token()).expectStatus().isOk();
        assertThat(Published.await("device-sessions", before.deviceSessionId(), 2)).hasSize(2);
    }

    @Test
    void aWrongCodeEndsNothing() {
        var before = people.signIn(People.strangersAddress());
        var challenge = people.ask(before.address());

        people.answerFrom(
                        before,
                        challenge.challengeId(),
                        challenge.browserSecret(),
                        people.wrongCode(challenge.challengeId()))
                .expectStatus()
                .isEqualTo(422);

        people.tryToExchange(before.token()).expectStatus().isOk();
    }

    @Test
    void showsDevicesToNobodyWhoIsNotSignedIn() {
        http.get().uri("/api/device-sessions").exchange().expectStatus().isUnauthorized();
        http.delete().uri("/api/device-sessions/others").exchange().expectStatus().isUnauthorized();
    }

    private SignedIn again(SignedIn person) {
        return new SignedIn(
                person.attendeeId(),
                person.deviceSessionId(),
                person.address(),
                person.token(),
                people.exchange(person.token()).jwt());
    }

    private List<Device> devices(SignedIn person) {
        return requireNonNull(
                http.get()
                        .uri("/api/device-sessions")
                        .header(HttpHeaders.AUTHORIZATION, person.bearer())
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBodyList(Device.class)
                        .returnResult()
                        .getResponseBody());
    }

    private WebTestClient.ResponseSpec delete(SignedIn person, String which) {
        return http.delete()
                .uri("/api/device-sessions/" + which)
                .header(HttpHeaders.AUTHORIZATION, person.bearer())
                .exchange();
    }
}
