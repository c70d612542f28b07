package org.tinkuy.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The mail that arrived, read through Mailpit's API: the quickstart's inbox or a real Mailpit.
final class Inbox {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final Pattern LINK = Pattern.compile("(https?://\\S+/sign-in/\\S+)");
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI address;

    Inbox(HttpClient http, URI address) {
        this.http = http;
        this.address = address;
    }

    record Mail(String id, String subject, String text, String html, List<Attachment> attachments) {

        String code() {
            var found = CODE.matcher(text);
            if (!found.find()) {
                throw new AssertionError("no six digits in: " + text);
            }
            return found.group(1);
        }

        String link() {
            var found = LINK.matcher(text);
            if (!found.find()) {
                throw new AssertionError("no link in: " + text);
            }
            return found.group(1);
        }

        boolean hasCode() {
            return LINK.matcher(text).find();
        }
    }

    record Attachment(String fileName, String contentType, String content) {}

    /// Everything that reached the address, oldest first.
    List<Mail> of(String recipient) {
        var summaries = get("/api/v1/messages?limit=1000").path("messages");
        var mails = new ArrayList<Mail>();
        for (var summary : summaries) {
            for (var to : summary.path("To")) {
                if (to.path("Address").asString().equals(recipient)) {
                    mails.addFirst(read(summary.path("ID").asString()));
                }
            }
        }
        return mails;
    }

    /// Waits until that many mails reached the address.
    List<Mail> await(String recipient, int count) {
        Await.until(
                count + " mails to " + recipient,
                ARRIVES_WITHIN,
                () -> of(recipient).size() >= count);
        return of(recipient);
    }

    Mail awaitNewest(String recipient, int count) {
        return await(recipient, count).getLast();
    }

    /// Every recipient is refused with that code until [#acceptsAgain].
    void refuses(int code) {
        chaos(
                String.format(
                        Locale.ROOT,
                        "{\"Recipient\": {\"ErrorCode\": %d, \"Probability\": 100}}",
                        code));
    }

    void acceptsAgain() {
        chaos("{}");
    }

    private void chaos(String triggers) {
        try {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(address.resolve("/api/v1/chaos"))
                                    .PUT(BodyPublishers.ofString(triggers))
                                    .build(),
                            BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("no chaos: " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Mail read(String id) {
        var message = get("/api/v1/message/" + id);
        var attachments = new ArrayList<Attachment>();
        for (var part : message.path("Attachments")) {
            attachments.add(
                    new Attachment(
                            part.path("FileName").asString(),
                            part.path("ContentType").asString(),
                            send(
                                            "/api/v1/message/"
                                                    + id
                                                    + "/part/"
                                                    + part.path("PartID").asString(),
                                            BodyHandlers.ofString())
                                    .body()));
        }
        return new Mail(
                id,
                message.path("Subject").asString(),
                message.path("Text").asString(),
                message.path("HTML").asString(),
                attachments);
    }

    private JsonNode get(String path) {
        return JSON.readTree(send(path, BodyHandlers.ofString()).body());
    }

    private <T> HttpResponse<T> send(String path, BodyHandler<T> body) {
        try {
            var response = http.send(HttpRequest.newBuilder(address.resolve(path)).build(), body);
            if (response.statusCode() != 200) {
                throw new AssertionError(path + " answered " + response.statusCode());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
