package org.tinkuy.registration.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.registration.RunningService;
import org.tinkuy.testing.MovableTime;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

@RunningService
class SignInIT {

    @Autowired WebTestClient http;
    @Autowired People people;
    @Autowired MovableTime time;
    @Autowired DatabaseClient database;

    @AfterEach
    void backToNow() {
        time.reset();
    }

    @Test
    void signsInWithTheMailedCodeInTheBrowserThatAsked() {
        var ana = people.signIn(People.strangersAddress());

        http.get()
                .uri("/api/attendees/me")
                .header(HttpHeaders.AUTHORIZATION, ana.bearer())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(ana.attendeeId().toString())
                .jsonPath("$.address")
                .isEqualTo(ana.address())
                .jsonPath("$.confirmedAt")
                .isNotEmpty()
                .jsonPath("$.timeZone")
                .doesNotExist()
                .jsonPath("$.grants")
                .isEmpty();
    }

    @Test
    void theFirstOrganiserOwnsEverythingOnceTheAddressIsConfirmed() {
        var organiser = people.signIn("organiser@example.org");

        http.get()
                .uri("/api/attendees/me")
                .header(HttpHeaders.AUTHORIZATION, organiser.bearer())
                .exchange()
                .expectBody()
                .jsonPath("$.grants")
                .isEqualTo("owner:*");
    }

    @Test
    void signsTheSamePersonInAgain() {
        var address = People.strangersAddress();

        var first = people.signIn(address);
        var second = people.signIn(address.toUpperCase(Locale.ROOT));

        assertThat(second.attendeeId()).isEqualTo(first.attendeeId());
        assertThat(second.deviceSessionId()).isNotEqualTo(first.deviceSessionId());
    }

    @Test
    void answersTheSameForAKnownAndAnUnknownAddress() {
        var known = People.strangersAddress();
        people.signIn(known);

        assertThat(fieldsOfTheAnswerTo(known))
                .isEqualTo(fieldsOfTheAnswerTo(People.strangersAddress()))
                .containsExactly("challengeId", "browserSecret", "expiresAt");
    }

    @Test
    void refusesTheRightCodeFromAnotherBrowser() {
        var challenge = people.ask(People.strangersAddress());
        var other = people.ask(People.strangersAddress());

        people.answer(
                        challenge.challengeId(),
                        other.browserSecret(),
                        people.mailedCode(challenge.challengeId()))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:tinkuy:problem:other-browser");
    }

    @Test
    void countsAttemptsDown() {
        var challenge = people.ask(People.strangersAddress());

        people.answer(
                        challenge.challengeId(),
                        challenge.browserSecret(),
                        people.wrongCode(challenge.challengeId()))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:tinkuy:problem:wrong-code")
                .jsonPath("$.attemptsLeft")
                .isEqualTo(4);
    }

    @Test
    void concurrentGuessesGetFiveAttemptsTogether() {
        var challenge = people.ask(People.strangersAddress());

        var statuses = guessAtOnce(challenge, 24);

        assertThat(statuses).filteredOn(status -> status == 422).hasSize(5);
        assertThat(statuses).filteredOn(status -> status == 410).hasSize(19);
        people.answer(
                        challenge.challengeId(),
                        challenge.browserSecret(),
                        people.mailedCode(challenge.challengeId()))
                .expectStatus()
                .isEqualTo(410);
    }

    @Test
    void aCodeOpensOneSessionHoweverOftenItIsSentAtOnce() {
        var challenge = people.ask(People.strangersAddress());
        var code = people.mailedCode(challenge.challengeId());

        var statuses =
                Flux.range(0, 8)
                        .flatMap(_ ->
                                Flux.defer(() -> Flux.just(status(challenge, code)))
                                        .subscribeOn(Schedulers.boundedElastic()))
                        .collectList()
                        .block();

        assertThat(statuses).containsOnlyOnce(201).hasSize(8);
        assertThat(statuses).filteredOn(status -> status == 410).hasSize(7);
    }

    @Test
    void refusesACodeAfterTenMinutes() {
        var challenge = people.ask(People.strangersAddress());
        time.pass(Duration.ofMinutes(10));

        people.answer(
                        challenge.challengeId(),
                        challenge.browserSecret(),
                        people.mailedCode(challenge.challengeId()))
                .expectStatus()
                .isEqualTo(410)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:tinkuy:problem:challenge-over");
    }

    @Test
    void anInventedChallengeLooksLikeAnotherBrowsers() {
        people.answer(UUID.randomUUID(), "invented", "123456").expectStatus().isForbidden();
    }

    @Test
    void mailsAnAddressTenTimesAnHourAndSaysUntilWhenNoMore() {
        var address = People.strangersAddress();

        var challenges = IntStream.range(0, 12).mapToObj(_ -> people.ask(address)).toList();

        assertThat(mailsTo(address)).isEqualTo(10);
        var unmailed = challenges.getLast();
        assertThat(status(unmailed, people.mailedCode(unmailed.challengeId()))).isEqualTo(422);
        assertThat(challenges.subList(0, 10))
                .allSatisfy(challenge -> assertThat(challenge.notMailedUntil()).isNull());
        assertThat(requireNonNull(unmailed.notMailedUntil()))
                .isBetween(time.instant().plusSeconds(3500), time.instant().plusSeconds(3600));
        var mailed = challenges.getFirst();
        assertThat(status(mailed, people.mailedCode(mailed.challengeId()))).isEqualTo(201);
    }

    /// Before anybody is known by it and after: who asks learns nothing of the address.
    @Test
    void saysSoOfAKnownAddressAsOfAnUnknownOne() {
        var known = people.signIn(People.strangersAddress()).address();
        var unknown = People.strangersAddress();
        people.ask(unknown);
        for (var address : List.of(known, unknown)) {
            IntStream.range(0, 9).forEach(_ -> people.ask(address));
        }

        assertThat(fieldsOfTheAnswerTo(known))
                .isEqualTo(fieldsOfTheAnswerTo(unknown))
                .containsExactly("challengeId", "browserSecret", "expiresAt", "notMailedUntil");
    }

    @Test
    void aCodeStaysGoodWhenNoOtherIsMailedInItsPlace() {
        var address = People.strangersAddress();
        var last = IntStream.range(0, 10).mapToObj(_ -> people.ask(address)).toList().getLast();

        people.renew(last)
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.notMailedUntil")
                .isNotEmpty();

        assertThat(status(last, people.mailedCode(last.challengeId()))).isEqualTo(201);
    }

    @Test
    void mailsAgainWhenTheHourIsOver() {
        var address = People.strangersAddress();
        IntStream.range(0, 11).forEach(_ -> people.ask(address));

        time.pass(Duration.ofHours(1));

        assertThat(people.signIn(address).address()).isEqualTo(address);
    }

    @Test
    void saysAllThatIsWrongWithARequestAtOnce() {
        http.post()
                .uri("/api/sign-ins")
                .bodyValue(Map.of("address", "ana", "language", "de", "timeZone", "Lima"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:tinkuy:problem:invalid-request")
                .jsonPath("$.errors[0].code")
                .isEqualTo("invalid-address")
                .jsonPath("$.errors[1].code")
                .isEqualTo("unknown-language")
                .jsonPath("$.errors[2].field")
                .isEqualTo("timeZone");
    }

    private List<Integer> guessAtOnce(People.Challenge challenge, int guesses) {
        var wrong = people.wrongCode(challenge.challengeId());
        return requireNonNull(
                Flux.range(0, guesses)
                        .flatMap(
                                _ ->
                                        Flux.defer(() -> Flux.just(status(challenge, wrong)))
                                                .subscribeOn(Schedulers.boundedElastic()),
                                guesses)
                        .collectList()
                        .block());
    }

    private int status(People.Challenge challenge, String code) {
        return people.answer(challenge.challengeId(), challenge.browserSecret(), code)
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private Set<String> fieldsOfTheAnswerTo(String address) {
        var answer =
                http.post()
                        .uri("/api/sign-ins")
                        .bodyValue(Map.of("address", address, "language", "es"))
                        .exchange()
                        .expectStatus()
                        .isAccepted()
                        .expectBody(new ParameterizedTypeReference<Map<String, String>>() {})
                        .returnResult()
                        .getResponseBody();
        return requireNonNull(answer).keySet();
    }

    private long mailsTo(String address) {
        return requireNonNull(
                database.sql(
                                "select count(*) from outbox_messages where topic = 'sign-ins'"
                                        + " AND data::jsonb ->> 'address' = :address")
                        .bind("address", address)
                        .mapValue(Long.class)
                        .one()
                        .block());
    }
}
