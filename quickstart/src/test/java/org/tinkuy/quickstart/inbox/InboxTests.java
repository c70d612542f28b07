package org.tinkuy.quickstart.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InboxTests {

    private static final String CALENDAR = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir Path directory;
    private Inbox inbox;

    @BeforeEach
    void start() throws IOException {
        inbox = new Inbox(InetAddress.getLoopbackAddress(), 0, 0, directory);
    }

    @AfterEach
    void stop() {
        inbox.close();
    }

    @Test
    void refusesOnRequestUntilItIsAskedToStop() throws Exception {
        assertThat(chaos("{\"Recipient\": {\"ErrorCode\": 550, \"Probability\": 100}}"))
                .isEqualTo(200);
        assertThatThrownBy(() -> send(confirmation("ana@example.org")))
                .hasStackTraceContaining("550");
        assertThat(json("/api/v1/chaos").at("/Sender/Probability").asInt()).isZero();
        assertThat(chaos("{\"Sender\": {\"ErrorCode\": 250, \"Probability\": 100}}"))
                .isEqualTo(400);

        assertThat(chaos("{}")).isEqualTo(200);
        send(confirmation("ana@example.org"));

        assertThat(json("/api/v1/messages").path("total").asInt()).isEqualTo(1);
    }

    private int chaos(String triggers) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://localhost:"
                                                        + inbox.httpPort()
                                                        + "/api/v1/chaos"))
                                .PUT(BodyPublishers.ofString(triggers))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void showsAMessageInMailpitsShape() throws Exception {
        send(confirmation("ana@example.org"));

        var page = json("/api/v1/messages");
        assertThat(page.propertyNames())
                .containsExactlyInAnyOrder(
                        "total",
                        "unread",
                        "count",
                        "messages_count",
                        "messages_unread",
                        "start",
                        "tags",
                        "messages");
        assertThat(page.path("total").asInt()).isEqualTo(1);
        assertThat(page.path("unread").asInt()).isEqualTo(1);

        var summary = page.path("messages").path(0);
        assertThat(summary.propertyNames())
                .containsExactlyInAnyOrder(
                        "ID",
                        "MessageID",
                        "Read",
                        "From",
                        "To",
                        "Cc",
                        "Bcc",
                        "ReplyTo",
                        "Subject",
                        "Created",
                        "Username",
                        "Tags",
                        "Size",
                        "Attachments",
                        "Snippet");
        assertThat(summary.path("From").path("Name").asString()).isEqualTo("Tinkuy");
        assertThat(summary.path("To").path(0).path("Address").asString())
                .isEqualTo("ana@example.org");
        assertThat(summary.path("Subject").asString()).isEqualTo("Inscripción confirmada");
        assertThat(summary.path("Attachments").asInt()).isEqualTo(1);
        assertThat(summary.path("Snippet").asString()).isEqualTo("Hola, Ana. Te esperamos.");
        assertThat(Instant.parse(summary.path("Created").asString())).isNotNull();
    }

    @Test
    void givesTextHtmlAndAttachmentsOfOneMessage() throws Exception {
        send(confirmation("ana@example.org"));

        var message = json("/api/v1/message/latest");
        assertThat(message.propertyNames())
                .containsExactlyInAnyOrder(
                        "ID",
                        "MessageID",
                        "From",
                        "To",
                        "Cc",
                        "Bcc",
                        "ReplyTo",
                        "ReturnPath",
                        "Subject",
                        "ListUnsubscribe",
                        "Date",
                        "Tags",
                        "Username",
                        "Text",
                        "HTML",
                        "Size",
                        "Inline",
                        "Attachments");
        assertThat(message.path("Text").asString()).startsWith("Hola, Ana.");
        assertThat(message.path("HTML").asString()).contains("<p>Hola");
        assertThat(message.path("ListUnsubscribe").path("Links").path(0).asString())
                .isEqualTo("https://example.org/unsubscribe");

        var attachment = message.path("Attachments").path(0);
        assertThat(attachment.path("FileName").asString()).isEqualTo("sesión.ics");
        assertThat(attachment.path("ContentType").asString()).isEqualTo("text/calendar");
        assertThat(attachment.path("Checksums").path("SHA256").asString()).hasSize(64);
        var id = message.path("ID").asString();
        var part = get("/api/v1/message/" + id + "/part/" + attachment.path("PartID").asString());
        assertThat(part.body()).isEqualTo(CALENDAR);
        assertThat(get("/api/v1/message/" + id + "/raw").body()).contains("Subject: ");
        assertThat(
                        json("/api/v1/message/" + id + "/headers")
                                .path("MIME-Version")
                                .path(0)
                                .asString())
                .isEqualTo("1.0");
    }

    @Test
    void listsNewestFirstInPagesAndFindsByRecipient() throws Exception {
        for (var name : new String[] {"ana", "beto", "carla"}) {
            send(confirmation(name + "@example.org"));
        }
        var second = json("/api/v1/messages?start=1&limit=1");
        assertThat(second.path("count").asInt()).isEqualTo(1);
        assertThat(second.path("total").asInt()).isEqualTo(3);
        assertThat(recipient(second)).isEqualTo("beto@example.org");

        var found = json("/api/v1/search?query=to:%22ANA@example.org%22%20confirmada");
        assertThat(found.path("messages_count").asInt()).isEqualTo(1);
        assertThat(recipient(found)).isEqualTo("ana@example.org");
        assertThat(json("/api/v1/search?query=-to:ana").path("messages_count").asInt())
                .isEqualTo(2);
        assertThat(get("/api/v1/search?query=").statusCode()).isEqualTo(400);
    }

    @Test
    void readingAMessageMarksItAsRead() throws Exception {
        send(confirmation("ana@example.org"));
        json("/api/v1/message/latest");

        var page = json("/api/v1/messages");
        assertThat(page.path("unread").asInt()).isZero();
        assertThat(page.path("messages").path(0).path("Read").asBoolean()).isTrue();
    }

    @Test
    void keepsMailOverARestart() throws Exception {
        send(confirmation("ana@example.org"));
        var before = json("/api/v1/message/latest");

        inbox.close();
        start();

        assertThat(json("/api/v1/message/latest")).isEqualTo(before);
    }

    @Test
    void tellsBlindCopiesFromTheEnvelope() throws Exception {
        var mail = confirmation("ana@example.org");
        mail.setRecipients(Message.RecipientType.BCC, "secret@example.org");
        send(mail);

        assertThat(json("/api/v1/message/latest").path("Bcc").path(0).path("Address").asString())
                .isEqualTo("secret@example.org");
    }

    @Test
    void deletesSomeOrAll() throws Exception {
        for (var name : new String[] {"ana", "beto", "carla"}) {
            send(confirmation(name + "@example.org"));
        }
        var id = json("/api/v1/message/latest").path("ID").asString();

        delete("{\"IDs\":[\"" + id + "\"]}");
        assertThat(json("/api/v1/messages").path("total").asInt()).isEqualTo(2);

        delete("");
        assertThat(json("/api/v1/messages").path("total").asInt()).isZero();
        try (var files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void answersWhatItDoesNotKnow() throws Exception {
        assertThat(get("/api/v1/message/unknown").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/message/latest").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/message/..%2F..%2Fetc/raw").statusCode()).isEqualTo(404);
        assertThat(get("/nowhere").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/messages?limit=many").statusCode()).isEqualTo(400);
    }

    @Test
    void showsEvenWhatIsBroken() throws Exception {
        Files.writeString(
                directory.resolve("1795356388087-00000000.eml"),
                "Content-Type: text/plain; charset=no-such\r\nFrom: <<\r\nDate: soon\r\n\r\nhalf a message");
        Files.writeString(
                directory.resolve("1795356388088-00000000.eml"),
                "Content-Type: multipart/mixed; boundary=x\r\n\r\nno boundary follows");
        inbox.close();
        start();

        assertThat(json("/api/v1/messages").path("total").asInt()).isEqualTo(2);
        var message = json("/api/v1/message/1795356388087-00000000");
        assertThat(message.path("Text").asString()).isEqualTo("half a message");
        assertThat(get("/message/1795356388087-00000000").statusCode()).isEqualTo(200);
        assertThat(get("/message/1795356388088-00000000").statusCode()).isEqualTo(200);
    }

    @Test
    void foreignMarkupNeverReachesOurPages() throws Exception {
        var mail = confirmation("ana@example.org");
        mail.setSubject("<script>alert(1)</script>");
        send(mail);

        assertThat(get("/").body()).doesNotContain("<script>alert").contains("&lt;script&gt;");
        var page = get("/message/latest");
        assertThat(page.body()).doesNotContain("<script>alert").contains("sandbox=");
        assertThat(policy(page)).contains("default-src 'none'").doesNotContain("unsafe");

        var id = json("/api/v1/message/latest").path("ID").asString();
        assertThat(policy(get("/view/" + id + ".html")))
                .startsWith("sandbox allow-popups")
                .doesNotContain("script-src");
    }

    @Test
    void anAttachmentThatABrowserWouldRunIsADownload() throws Exception {
        var mail = new MimeMessage(session());
        mail.setRecipients(Message.RecipientType.TO, "ana@example.org");
        var page = new MimeBodyPart();
        page.setText("<script>alert(1)</script>", "utf-8", "html");
        page.setFileName("page.html");
        var text = new MimeBodyPart();
        text.setText("see the page");
        mail.setContent(new MimeMultipart(text, page));
        send(mail);

        var part = get("/api/v1/message/latest/part/2");
        assertThat(part.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(part.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
    }

    private static String recipient(JsonNode page) {
        return page.path("messages").path(0).path("To").path(0).path("Address").asString();
    }

    private static String policy(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    private MimeMessage confirmation(String recipient) throws Exception {
        var text = new MimeBodyPart();
        text.setText("Hola, Ana.\nTe esperamos.\n", "utf-8");
        var html = new MimeBodyPart();
        html.setText("<p>Hola, Ana.</p>", "utf-8", "html");
        var both = new MimeBodyPart();
        both.setContent(new MimeMultipart("alternative", text, html));
        var calendar = new MimeBodyPart();
        calendar.setText(CALENDAR, "utf-8", "calendar");
        calendar.setFileName(MimeUtility.encodeText("sesión.ics", "utf-8", "B"));
        var mail = new MimeMessage(session());
        mail.setFrom(new InternetAddress("no-reply@example.org", "Tinkuy"));
        mail.setRecipients(Message.RecipientType.TO, recipient);
        mail.setSubject("Inscripción confirmada", "utf-8");
        mail.setSentDate(Date.from(Instant.parse("2026-11-22T12:00:00Z")));
        mail.setHeader("List-Unsubscribe", "<https://example.org/unsubscribe>");
        mail.setContent(new MimeMultipart(both, calendar));
        mail.saveChanges();
        return mail;
    }

    private void send(MimeMessage mail) throws MessagingException {
        Transport.send(mail);
    }

    private Session session() {
        var properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(inbox.smtpPort()));
        return Session.getInstance(properties);
    }

    private JsonNode json(String path) throws Exception {
        var response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return new JsonMapper().readTree(response.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private void delete(String body) throws Exception {
        var request =
                HttpRequest.newBuilder(uri("/api/v1/messages"))
                        .method("DELETE", BodyPublishers.ofString(body))
                        .build();
        assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + inbox.httpPort() + path);
    }
}
