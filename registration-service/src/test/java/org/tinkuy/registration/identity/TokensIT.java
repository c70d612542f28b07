package org.tinkuy.registration.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.text.ParseException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.tinkuy.registration.RunningService;
import org.tinkuy.retention.RemoveExpired;
import org.tinkuy.testing.InnerSide;
import org.tinkuy.testing.MovableTime;
import org.tinkuy.token.Caller;
import org.tinkuy.token.Grant;
import org.tinkuy.token.Role;
import org.tinkuy.token.TokenVerificationAutoConfiguration;
import reactor.core.publisher.Flux;

@RunningService
class TokensIT {

    @Autowired WebTestClient http;
    @Autowired People people;
    @Autowired InnerSide inner;
    @Autowired MovableTime time;
    @Autowired DatabaseClient database;
    @Autowired SigningKeys keys;
    @Autowired CalendarSecrets calendars;
    @Autowired TransactionalOperator transaction;
    @Autowired RemoveExpired removeExpired;
    @LocalServerPort int port;

    /// Other tests moved the time and left keys of the future. Asked for its keys, the running
    /// instance reads them afresh.
    @BeforeEach
    void newKeys() {
        database.sql("delete from signing_keys").then().block();
        http.get().uri("/.well-known/jwks.json").exchange().expectStatus().isOk();
    }

    @AfterEach
    void backToNow() {
        time.reset();
    }

    @Test
    void signsWhatAnyServiceCanVerifyThroughThePublishedKeys() {
        var organiser = people.signIn("organiser@example.org");

        var token = verifiedElsewhere(organiser.jwt());

        assertThat(Caller.of(token))
                .isEqualTo(
                        new Caller(
                                organiser.attendeeId(),
                                organiser.deviceSessionId(),
                                Set.of(new Grant(Role.OWNER, null))));
        assertThat(token.getHeaders()).containsEntry("alg", "ES256").containsEntry("typ", "at+jwt");
        assertThat(token.getAudience()).containsExactly("tinkuy-services");
        assertThat(token.getId()).isNotNull();
        assertThat(token.getClaimAsString("client_id")).isEqualTo("gateway");
        assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt()))
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aTokenEndsAfterFiveMinutes() {
        var ana = people.signIn(People.strangersAddress());
        time.pass(Duration.ofMinutes(5).plusSeconds(11));

        assertThatExceptionOfType(BadJwtException.class)
                .isThrownBy(() -> verifiedElsewhere(ana.jwt()));
        me(ana).expectStatus().isUnauthorized();
    }

    @Test
    void aTokenOfTheOldKeyIsVerifiedAfterRotation() {
        untilKeysChange();
        var before = people.signIn(People.strangersAddress());
        time.pass(Duration.ofMinutes(2));
        var after = people.exchange(before.token());

        assertThat(keyId(after.jwt())).isNotEqualTo(keyId(before.jwt()));
        assertThat(verifiedElsewhere(before.jwt()).getSubject())
                .isEqualTo(verifiedElsewhere(after.jwt()).getSubject());
        me(before).expectStatus().isOk();
    }

    @Test
    void aTokenOfAForgottenKeyIsRefused() {
        untilKeysChange();
        var before = people.signIn(People.strangersAddress());
        time.pass(Duration.ofHours(2));
        removeExpired.round().block();

        assertThat(publishedKeyIds()).doesNotContain(keyId(before.jwt()));
        assertThatExceptionOfType(BadJwtException.class)
                .isThrownBy(() -> verifiedElsewhere(before.jwt()));
    }

    @Test
    void instancesThatNeedAKeyAtOnceShareOne() {
        time.pass(Duration.ofDays(60));
        var now = time.instant();
        var instances =
                Flux.range(0, 6).map(_ -> new TokenKeys(keys, transaction, time)).collectList();

        var signing =
                requireNonNull(
                        instances
                                .flatMapMany(Flux::fromIterable)
                                .flatMap(instance -> instance.signing(now), 6)
                                .map(SigningKey::id)
                                .collectList()
                                .block());

        assertThat(signing).hasSize(6);
        assertThat(Set.copyOf(signing)).hasSize(1);
    }

    @Test
    void anotherInstanceVerifiesWhatThisOneSigned() {
        var other = new TokenKeys(keys, transaction, time);
        var ana = people.signIn(People.strangersAddress());

        var found = other.find(UUID.fromString(keyId(ana.jwt()))).block();

        assertThat(found).isNotNull();
    }

    @Test
    void storesTheTokensHashOnly() throws Exception {
        var ana = people.signIn(People.strangersAddress());
        var hash =
                MessageDigest.getInstance("SHA-256")
                        .digest(ana.token().getBytes(StandardCharsets.US_ASCII));

        var row =
                requireNonNull(
                        database.sql(
                                        "select device_sessions::text from device_sessions where id = :id")
                                .bind("id", ana.deviceSessionId())
                                .mapValue(String.class)
                                .one()
                                .block());

        assertThat(row).contains(HexFormat.of().formatHex(hash)).doesNotContain(ana.token());
    }

    @Test
    void keepsPrivateKeysSealed() {
        people.signIn(People.strangersAddress());

        var sealed =
                requireNonNull(
                        database.sql("select sealed_private_key from signing_keys")
                                .mapValue(byte[].class)
                                .all()
                                .collectList()
                                .block());

        assertThat(sealed).isNotEmpty().allSatisfy(TokensIT::assertIsNoKey);
    }

    @Test
    void signingOutEndsTheDeviceOnly() {
        var address = People.strangersAddress();
        var phone = people.signIn(address);
        var laptop = people.signIn(address);

        signOut(phone).expectStatus().isNoContent();

        people.tryToExchange(phone.token())
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:tinkuy:problem:unauthenticated");
        people.tryToExchange(laptop.token()).expectStatus().isOk();
        signOut(phone).expectStatus().isNoContent();
    }

    @Test
    void aDeviceSessionEndsAfterThirtyDaysAndItsTokensWithIt() {
        var ana = people.signIn(People.strangersAddress());
        time.pass(Duration.ofDays(30).minusMinutes(3));
        var last = verifiedElsewhere(people.exchange(ana.token()).jwt());
        time.pass(Duration.ofMinutes(3));

        people.tryToExchange(ana.token()).expectStatus().isUnauthorized();
        assertThat(last.getExpiresAt()).isBefore(time.instant().plusSeconds(1));
    }

    @Test
    void refusesTokensNobodyGave() {
        people.tryToExchange("").expectStatus().isUnauthorized();
        people.tryToExchange("A".repeat(43)).expectStatus().isUnauthorized();
        people.tryToExchange("' OR 1=1 --").expectStatus().isUnauthorized();
    }

    /// Each opens what it was made for and nothing else, whoever offers it where.
    @Test
    void noSecretIsTakenInThePlaceOfAnother() {
        var ana = people.signIn(People.strangersAddress());
        var challenge = people.ask(People.strangersAddress());
        var calendar = requireNonNull(calendars.of(new AttendeeId(ana.attendeeId())).block());
        var code = people.mailedCode(challenge.challengeId());
        var secrets =
                Map.of(
                        "device", ana.token(),
                        "access", ana.jwt(),
                        "browser", challenge.browserSecret(),
                        "calendar", calendar,
                        "code", code,
                        "challenge", challenge.challengeId().toString());

        assertThat(takenAs(secrets, this::asDevice)).containsExactly("device");
        assertThat(takenAs(secrets, this::asAccess)).containsExactly("access");
        assertThat(takenAs(secrets, this::asCalendar)).containsExactly("calendar");
        assertThat(takenAs(secrets, secret -> asBrowser(challenge, secret)))
                .containsExactly("browser");
    }

    private static List<String> takenAs(Map<String, String> secrets, Predicate<String> opens) {
        return secrets.entrySet().stream()
                .filter(secret -> opens.test(secret.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean asDevice(String secret) {
        return isOk(people.tryToExchange(secret));
    }

    private boolean asAccess(String secret) {
        return isOk(
                http.get()
                        .uri("/api/attendees/me")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + secret)
                        .exchange());
    }

    private boolean asCalendar(String secret) {
        return isOk(
                inner.http()
                        .post()
                        .uri("/internal/calendars")
                        .bodyValue(Map.of("secret", secret))
                        .exchange());
    }

    /// The right secret with a wrong code is known by the attempt that it costs.
    private boolean asBrowser(People.Challenge challenge, String secret) {
        var wrong = people.wrongCode(challenge.challengeId());
        return people.answer(challenge.challengeId(), secret, wrong)
                        .returnResult(Void.class)
                        .getStatus()
                        .value()
                == 422;
    }

    private static boolean isOk(WebTestClient.ResponseSpec answer) {
        return answer.returnResult(Void.class).getStatus().value() == 200;
    }

    @Test
    void publishesNoPrivateKey() {
        http.get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=300")
                .expectBody()
                .jsonPath("$.keys[0].crv")
                .isEqualTo("P-256")
                .jsonPath("$.keys[*].d")
                .isEmpty();
    }

    /// To one minute before the key that signs now hands over to the next.
    private void untilKeysChange() {
        people.signIn(People.strangersAddress());
        var ring = new KeyRing(requireNonNull(keys.all().collectList().block()));
        var end = ring.signing(time.instant()).orElseThrow().signsUntil();
        time.pass(Duration.between(time.instant(), end.minus(Duration.ofMinutes(1))));
    }

    private Jwt verifiedElsewhere(String token) {
        return requireNonNull(decoder().decode(token).block());
    }

    private ReactiveJwtDecoder decoder() {
        var decoder =
                NimbusReactiveJwtDecoder.withJwkSetUri(
                                "http://localhost:" + port + "/.well-known/jwks.json")
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .validateType(false)
                        .build();
        decoder.setJwtValidator(TokenVerificationAutoConfiguration.validator(time));
        return decoder;
    }

    private List<String> publishedKeyIds() {
        return requireNonNull(
                new TokenKeys(keys, transaction, time)
                        .published()
                        .map(published ->
                                published.stream().map(key -> key.id().toString()).toList())
                        .block());
    }

    private static String keyId(String jwt) {
        try {
            return SignedJWT.parse(jwt).getHeader().getKeyID();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertIsNoKey(byte[] sealed) {
        assertThatExceptionOfType(InvalidKeySpecException.class)
                .isThrownBy(() ->
                        KeyFactory.getInstance("EC")
                                .generatePrivate(new PKCS8EncodedKeySpec(sealed)));
    }

    private WebTestClient.ResponseSpec me(People.SignedIn person) {
        return http.get()
                .uri("/api/attendees/me")
                .header(HttpHeaders.AUTHORIZATION, person.bearer())
                .exchange();
    }

    private WebTestClient.ResponseSpec signOut(People.SignedIn person) {
        return http.delete()
                .uri("/api/device-sessions/current")
                .header(HttpHeaders.AUTHORIZATION, person.bearer())
                .exchange();
    }
}
