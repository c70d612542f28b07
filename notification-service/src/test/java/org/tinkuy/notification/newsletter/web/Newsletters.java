package org.tinkuy.notification.newsletter.web;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.tinkuy.notification.OtherServices;
import org.tinkuy.notification.ScriptedMailServer;
import org.tinkuy.notification.people.Acts;
import org.tinkuy.testing.Callers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A programme with a newsletter, the people on its list, and whoever writes it.
final class Newsletters {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final WebTestClient http;
    private final ScriptedMailServer server;
    private final DatabaseClient database;
    private final Acts acts;
    final UUID programme;
    final String bearer;

    Newsletters(
            WebTestClient http,
            OtherServices others,
            ScriptedMailServer server,
            DatabaseClient database) {
        this.http = http;
        this.server = server;
        this.database = database;
        this.acts = new Acts(others).programmePublished();
        this.programme = acts.programme;
        this.bearer = Callers.bearer("editor:" + programme);
        await().atMost(PATIENCE)
                .until(() ->
                        count(
                                        "select count(*) from programmes"
                                                + " where id = $1 and newsletter is not null",
                                        programme)
                                == 1);
    }

    void hasAContact(String contact) {
        acts.programmeHasAContact(contact);
        await().atMost(PATIENCE)
                .until(() ->
                        count(
                                        "select count(*) from programmes"
                                                + " where id = $1 and contact = $2",
                                        programme,
                                        contact)
                                == 1);
    }

    /// It was, until now.
    void isOfferedNoMore() {
        acts.programmePublishedWithoutANewsletter();
        awaitsThatItIsNone();
    }

    /// With the whole programme.
    void isTakenOffThePages() {
        acts.programmeWithdrawn();
        awaitsThatItIsNone();
    }

    private void awaitsThatItIsNone() {
        await().atMost(PATIENCE)
                .until(() ->
                        count(
                                        "select count(*) from programmes"
                                                + " where id = $1 and newsletter is null",
                                        programme)
                                == 1);
    }

    static String anAddress() {
        return "reader-" + UUID.randomUUID() + "@example.org";
    }

    JsonNode ask(String address, String language) {
        return call(
                HttpMethod.POST,
                "/api/newsletters/" + programme + "/subscriptions",
                null,
                Map.of("address", address, "language", language, "consent", "newsletter-form-1"),
                202);
    }

    /// As its owner does: by the mail's link.
    String subscribed(String language) {
        var address = anAddress();
        ask(address, language);
        confirm(confirmationToken(mail(address, 1)));
        return address;
    }

    /// Many, without a mail each.
    void subscribe(int readers, String language) {
        requireNonNull(
                database.sql(
                                """
                                insert into subscriptions (id, programme_id, address, language, state,
                                    unsubscribe_token, asked_at, confirmed_at)
                                select uuidv7(), :programme,
                                    'bulk-' || n || '-' || :programme || '@example.org',
                                    :language, 'confirmed',
                                    substr(md5(:programme || :language || n), 1, 24),
                                    now() - interval '1 day', now() - interval '1 day'
                                from generate_series(1, :readers) n
                                """)
                        .bind("programme", programme)
                        .bind("language", language)
                        .bind("readers", readers)
                        .fetch()
                        .rowsUpdated()
                        .block());
    }

    void confirm(String token) {
        call(
                HttpMethod.POST,
                "/api/newsletter-confirmations",
                null,
                Map.of("token", token, "consent", "newsletter-button-1", "language", "en"),
                200);
    }

    void unsubscribe(String token) {
        call(HttpMethod.POST, "/api/unsubscriptions/" + token, null, null, 200);
    }

    UUID written(int perSecond) {
        return written(
                perSecond,
                Map.of("es", "Novedades para {{name}}", "en", "News of {{programme}}"),
                Map.of("es", "Hola **{{name}}**", "en", "Hello *{{name}}* <b>there</b>"));
    }

    UUID written(int perSecond, Map<String, String> subject, Map<String, String> text) {
        var campaign =
                call(
                        HttpMethod.POST,
                        "/api/campaigns",
                        bearer,
                        Map.of(
                                "programmeId",
                                programme,
                                "subject",
                                subject,
                                "text",
                                text,
                                "rate",
                                perSecond),
                        201);
        return UUID.fromString(campaign.get("id").asString());
    }

    JsonNode act(UUID campaign, String act) {
        return call(HttpMethod.POST, "/api/campaigns/" + campaign + "/" + act, bearer, null, 200);
    }

    JsonNode campaign(UUID campaign) {
        return call(HttpMethod.GET, "/api/campaigns/" + campaign, bearer, null, 200);
    }

    long progress(UUID campaign, String part) {
        return campaign(campaign).get("progress").get(part).asLong();
    }

    void awaitState(UUID campaign, String state) {
        await().atMost(PATIENCE)
                .until(() -> campaign(campaign).get("state").asString().equals(state));
    }

    JsonNode call(
            HttpMethod method,
            String path,
            @Nullable String bearer,
            @Nullable Object body,
            int expected) {
        var request = http.method(method).uri(path);
        if (bearer != null) {
            request.header(HttpHeaders.AUTHORIZATION, bearer);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(JSON.writeValueAsString(body));
        }
        var answer =
                request.exchange()
                        .expectStatus()
                        .isEqualTo(expected)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return JSON.readTree(answer == null ? "null" : answer);
    }

    /// The nth mail to an address.
    MimeMessage mail(String address, int nth) {
        await().atMost(PATIENCE).until(() -> server.received(address).size() >= nth);
        return server.received(address).get(nth - 1).message();
    }

    int received(String domainPart) {
        return (int)
                server.received().stream()
                        .filter(mail -> mail.recipient().contains(domainPart))
                        .count();
    }

    List<String> recipients() {
        return server.received().stream()
                .map(ScriptedMailServer.Received::recipient)
                .filter(recipient -> recipient.contains(programme.toString()))
                .toList();
    }

    static String confirmationToken(MimeMessage mail) {
        return tokenIn(mail, "/newsletter/confirm/");
    }

    static String unsubscribeToken(MimeMessage mail) {
        return tokenIn(mail, "/newsletter/unsubscribe/");
    }

    private static String tokenIn(MimeMessage mail, String path) {
        var link = Pattern.compile(Pattern.quote(path) + "([A-Za-z0-9_-]+)").matcher(text(mail));
        if (!link.find()) {
            throw new AssertionError("no " + path + " in " + text(mail));
        }
        return link.group(1);
    }

    static String text(MimeMessage mail) {
        return part(mail, 0);
    }

    static String html(MimeMessage mail) {
        return part(mail, 1);
    }

    private static String part(MimeMessage mail, int index) {
        try {
            return (String) ((MimeMultipart) mail.getContent()).getBodyPart(index).getContent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String header(MimeMessage mail, String name) {
        try {
            var values = mail.getHeader(name);
            return values == null ? "" : String.join("|", values);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    long count(String sql, Object... values) {
        var query = database.sql(sql);
        for (var i = 0; i < values.length; i++) {
            query = query.bind(i, values[i]);
        }
        return requireNonNull(query.mapValue(Long.class).one().block());
    }

    List<String> texts(String sql, Object... values) {
        var query = database.sql(sql);
        for (var i = 0; i < values.length; i++) {
            query = query.bind(i, values[i]);
        }
        return new ArrayList<>(
                requireNonNull(query.mapValue(String.class).all().collectList().block()));
    }
}
