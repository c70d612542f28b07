package org.tinkuy.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

class TokenVerificationTests {

    private static final UUID ATTENDEE = UUID.fromString("0195a1c0-0000-7000-8000-000000000020");

    private static final JOSEObjectType ACCESS_TOKEN =
            new JOSEObjectType(TokenVerificationAutoConfiguration.TYPE);

    @SpringBootApplication
    @RestController
    static class AService {

        @Bean
        SecurityWebFilterChain security(ServerHttpSecurity http, TokenSecurity tokens) {
            return tokens.apply(http)
                    .authorizeExchange(paths ->
                            paths.matchers(TokenSecurity.reads("/open"))
                                    .permitAll()
                                    .pathMatchers("/never")
                                    .denyAll()
                                    .anyExchange()
                                    .authenticated())
                    .build();
        }

        @GetMapping("/me")
        String me(@AuthenticationPrincipal Caller caller) {
            return caller.attendeeId() + " " + caller.ownsOrganisation();
        }

        @GetMapping("/never")
        String never() {
            return "seen";
        }

        @GetMapping("/people/{id}")
        String person(@PathVariable String id) {
            return id;
        }

        @GetMapping("/open")
        String open(@AuthenticationPrincipal @Nullable Caller caller) {
            return caller == null ? "anonymous" : caller.attendeeId().toString();
        }
    }

    private static final PublishedKeys keys = new PublishedKeys();
    private static final HttpClient http = HttpClient.newHttpClient();
    private static final ECKey key = newKey("first");
    private static final ConfigurableApplicationContext service = start();

    private static ConfigurableApplicationContext start() {
        return SpringApplication.run(
                AService.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--tinkuy.token.keys=" + keys.address());
    }

    @BeforeEach
    void publishKey() {
        keys.start();
        keys.publish(key);
    }

    @AfterAll
    static void stop() {
        service.close();
        keys.stop();
    }

    @Test
    void knowsTheCallerOfASignedToken() throws Exception {
        var answer = get("/me", sign(claims().build()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(ATTENDEE + " true");
    }

    @Test
    void asksForTheKeysOnce() throws Exception {
        get("/me", sign(claims().build()));
        var asked = keys.asked();
        get("/me", sign(claims().build()));
        assertThat(keys.asked()).isEqualTo(asked);
    }

    @Test
    void takesANewKeyWhenKeysRotate() throws Exception {
        var old = sign(claims().build());
        get("/me", old);
        var next = newKey("second");
        keys.publish(key, next);
        assertThat(get("/me", sign(claims().build(), next)).statusCode()).isEqualTo(200);
        assertThat(get("/me", old).statusCode()).isEqualTo(200);
    }

    @Test
    void goesOnVerifyingWhenTheKeysGoOutOfReach() throws Exception {
        get("/me", sign(claims().build()));
        keys.stop();
        assertThat(get("/me", sign(claims().build())).statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatItIsUnavailableWhenItCannotJudge() throws Exception {
        var next = newKey("not yet seen");
        keys.stop();
        var answer = get("/me", sign(claims().build(), next));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:tinkuy:problem:service-unavailable");
        keys.publish(next);
        keys.start();
        assertThat(get("/me", sign(claims().build(), next)).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesTokensThatAreNotOurs() throws Exception {
        var foreignKey = new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate();
        var secret = new byte[32];
        for (var token :
                List.of(
                        "nonsense",
                        new PlainJWT(claims().build()).serialize(),
                        sign(claims().build(), foreignKey),
                        sign(
                                claims().build(),
                                JWSAlgorithm.HS256,
                                key.getKeyID(),
                                new MACSigner(secret)),
                        sign(claims().issuer("elsewhere").build()),
                        sign(claims().issuer(null).build()),
                        sign(claims().audience("elsewhere").build()),
                        sign(claims().audience((String) null).build()),
                        signOfType(null),
                        signOfType(JOSEObjectType.JWT),
                        signOfType(new JOSEObjectType("logout+jwt")),
                        sign(claims().expirationTime(null).build()),
                        sign(claims().expirationTime(in(Duration.ofSeconds(-11))).build()),
                        sign(claims().notBeforeTime(in(Duration.ofMinutes(1))).build()),
                        sign(claims().subject(null).build()),
                        sign(claims().subject("owner").build()),
                        sign(claims().claim("sid", null).build()),
                        sign(claims().claim("roles", List.of("king:*")).build()))) {
            for (var path : List.of("/me", "/open")) {
                var answer = get(path, token);
                assertThat(answer.statusCode()).as(token).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
                assertThat(answer.body()).contains("urn:tinkuy:problem:unauthenticated");
            }
        }
    }

    @Test
    void forgivesClocksThatDifferBySeconds() throws Exception {
        var justExpired = sign(claims().expirationTime(in(Duration.ofSeconds(-5))).build());
        assertThat(get("/me", justExpired).statusCode()).isEqualTo(200);
    }

    @Test
    void answersAnonymousCallersWithProblems() throws Exception {
        assertThat(get("/open", null).body()).isEqualTo("anonymous");
        var unauthenticated = get("/me", null);
        assertThat(unauthenticated.statusCode()).isEqualTo(401);
        assertThat(unauthenticated.body()).contains("urn:tinkuy:problem:unauthenticated");
        var forbidden = get("/never", sign(claims().build()));
        assertThat(forbidden.statusCode()).isEqualTo(403);
        assertThat(forbidden.body()).contains("urn:tinkuy:problem:forbidden");
    }

    @Test
    void findsNothingForAnybodyWhereAPathLeadsNowhere() throws Exception {
        for (var path : List.of("/nothing", "/me/nothing", "/people/5/nothing")) {
            assertThat(get(path, null).statusCode()).as(path).isEqualTo(404);
            assertThat(send("POST", path, null).statusCode()).as(path).isEqualTo(404);
            assertThat(get(path, sign(claims().build())).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(get("/people/5", null).statusCode()).isEqualTo(401);
        assertThat(send("POST", "/people/5", null).statusCode()).isEqualTo(405);
    }

    @Test
    void tellsTheHeadOfWhatAnybodyMayReadAndNothingElse() throws Exception {
        assertThat(send("HEAD", "/open", null).statusCode()).isEqualTo(200);
        assertThat(send("HEAD", "/me", null).statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> get(String path, @Nullable String token)
            throws IOException, InterruptedException {
        return send("GET", path, token);
    }

    private static HttpResponse<String> send(String method, String path, @Nullable String token)
            throws IOException, InterruptedException {
        var port = service.getEnvironment().getRequiredProperty("local.server.port");
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(TokenVerificationAutoConfiguration.ISSUER)
                .audience(TokenVerificationAutoConfiguration.AUDIENCE)
                .subject(ATTENDEE.toString())
                .expirationTime(in(Duration.ofMinutes(5)))
                .claim(Caller.DEVICE_SESSION_CLAIM, UUID.randomUUID().toString())
                .claim(Caller.ROLES_CLAIM, List.of("owner:*"));
    }

    private static Date in(Duration duration) {
        return Date.from(Instant.now().plus(duration));
    }

    private static String sign(JWTClaimsSet claims) throws JOSEException {
        return sign(claims, key);
    }

    private static String sign(JWTClaimsSet claims, ECKey signingKey) throws JOSEException {
        return sign(claims, JWSAlgorithm.ES256, signingKey.getKeyID(), new ECDSASigner(signingKey));
    }

    private static String sign(
            JWTClaimsSet claims, JWSAlgorithm algorithm, String keyId, JWSSigner signer)
            throws JOSEException {
        return sign(claims, header(algorithm, keyId).type(ACCESS_TOKEN).build(), signer);
    }

    private static String signOfType(@Nullable JOSEObjectType type) throws JOSEException {
        return sign(
                claims().build(),
                header(JWSAlgorithm.ES256, key.getKeyID()).type(type).build(),
                new ECDSASigner(key));
    }

    private static String sign(JWTClaimsSet claims, JWSHeader header, JWSSigner signer)
            throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm, String keyId) {
        return new JWSHeader.Builder(algorithm).keyID(keyId);
    }

    private static ECKey newKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
