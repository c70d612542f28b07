package org.tinkuy.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes campaigns and sends them, as the owner does from a browser, with tokens that this class
/// signs in registration-service's place.
final class NewsletterEditor implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String KEY_ID = "benchmark";
    private static final int COORDINATE = 32;

    private final KeyPair key;
    private final HttpServer keys;
    private final HttpClient http = HttpClient.newHttpClient();

    NewsletterEditor() throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        this.key = generator.generateKeyPair();
        this.keys =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var published = published((ECPublicKey) key.getPublic());
        keys.createContext(
                "/.well-known/jwks.json",
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, published.length);
                    exchange.getResponseBody().write(published);
                    exchange.close();
                });
        keys.start();
    }

    /// Where the service finds the key (`TINKUY_REGISTRATION_URL`).
    String keysAddress() {
        return "http://127.0.0.1:" + keys.getAddress().getPort();
    }

    private static byte[] published(ECPublicKey key) {
        return JSON.writeValueAsBytes(
                Map.of(
                        "keys",
                        List.of(
                                Map.of(
                                        "kty", "EC",
                                        "crv", "P-256",
                                        "use", "sig",
                                        "alg", "ES256",
                                        "kid", KEY_ID,
                                        "x", coordinate(key.getW().getAffineX()),
                                        "y", coordinate(key.getW().getAffineY())))));
    }

    private static String coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var padded = new byte[COORDINATE];
        var from = Math.max(bytes.length - COORDINATE, 0);
        System.arraycopy(
                bytes, from, padded, COORDINATE - (bytes.length - from), bytes.length - from);
        return base64(padded);
    }

    /// @param rate messages per second
    /// @return the campaign's id
    UUID write(MailSystem system, UUID programme, String subject, String text, int rate)
            throws IOException, InterruptedException {
        var campaign =
                post(
                        system.address().resolve("/api/campaigns"),
                        JSON.writeValueAsString(
                                Map.of(
                                        "programmeId",
                                        programme,
                                        "subject",
                                        Map.of("es", subject),
                                        "text",
                                        Map.of("es", text),
                                        "rate",
                                        rate)));
        return UUID.fromString(campaign.required("id").asString());
    }

    void send(MailSystem system, UUID campaign) throws IOException, InterruptedException {
        post(system.address().resolve("/api/campaigns/" + campaign + "/sending"), "");
    }

    private JsonNode post(URI address, String body) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(address + " answered " + answer.statusCode() + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private String token() throws IOException {
        var now = Instant.now();
        var signed =
                base64(
                                JSON.writeValueAsBytes(
                                        Map.of("alg", "ES256", "typ", "at+jwt", "kid", KEY_ID)))
                        + "."
                        + base64(
                                JSON.writeValueAsBytes(
                                        Map.of(
                                                "iss", "tinkuy",
                                                "aud", "tinkuy-services",
                                                "sub", UUID.randomUUID(),
                                                "sid", UUID.randomUUID(),
                                                "roles", List.of("owner:*"),
                                                "iat", now.getEpochSecond(),
                                                "exp", now.getEpochSecond() + 300)));
        try {
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.getPrivate());
            signature.update(signed.getBytes(UTF_8));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        keys.stop(0);
    }
}
