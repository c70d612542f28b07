package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tinkuy.endtoend.Browsers.Screen;

@WithTinkuy
class NewsletterIT {

    private static final Pattern LINK = Pattern.compile("(https?://\\S+/newsletter/\\S+)");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TinkuySystem system;
    private final Browsers browsers;

    NewsletterIT(TinkuySystem system, Browsers browsers) {
        this.system = system;
        this.browsers = browsers;
    }

    @Test
    void goesFromAnAddressOnAnyPageToAnIssueAndOutOfTheListAgain() {
        var rosa = "rosa.reads@example.org";
        try (var reader = new Person(system, browsers, Screen.PHONE_WITHOUT_JAVASCRIPT, "es");
                var editor = new Person(system, browsers, Screen.DESKTOP, "en")) {
            subscribes(reader, rosa);
            var others = 8;
            for (var i = 0; i < others; i++) {
                subscribesThroughTheApi("reader-" + i + "@example.org");
            }

            editor.signsIn(TinkuySystem.ORGANISER, system.inbox());
            writesAnIssue(editor);
            looksAtEachLanguage(editor);
            asksForATest(editor);
            sendsIt(editor);

            editor.page().getByText("Continue").click();
            var issue = system.inbox().awaitNewest(rosa, 2);
            assertThat(issue.subject()).isEqualTo("Novedades de Arequipa");
            assertThat(issue.html()).contains("<strong>Arequipa</strong>");
            Await.until(
                    "the issue to be sent to all",
                    PATIENCE,
                    () -> {
                        editor.page().reload();
                        return editor.page().locator(".state.finished").count() == 1;
                    });
            editor.looksAtThePage("organiser-campaign-finished");
            for (var i = 0; i < others; i++) {
                assertThat(system.inbox().of("reader-" + i + "@example.org")).hasSize(2);
            }

            unsubscribesByTheButton(reader, link(issue));
            unsubscribesInOneClick(link(system.inbox().of("reader-0@example.org").getLast()));
        }
    }

    private void subscribes(Person reader, String address) {
        reader.opens("/");
        reader.page().locator("#footer-address").fill(address);
        reader.page().locator("form.newsletter button").click();
        assertThat(reader.page()).hasURL(Pattern.compile("/newsletter/thanks"));
        assertThat(reader.page().locator("main"))
                .containsText(
                        "es".equals(reader.page().locator("html").getAttribute("lang"))
                                ? "Gracias por registrarte. Pronto recibirás nuestros boletines."
                                : "Thanks for registering. You will receive our newsletters"
                                        + " shortly.");
        reader.looksAtThePage("newsletter-thanks");
        var question = system.inbox().awaitNewest(address, 1);
        reader.opens(URI.create(link(question)).getPath());
        reader.looksAtThePage("newsletter-confirm");
        reader.sendsTheForm();
        assertThat(reader.page()).hasURL(Pattern.compile("/newsletter/confirmed"));
        reader.looksAtThePage("newsletter-confirmed");
    }

    private void subscribesThroughTheApi(String address) {
        var programme = system.get("/api/programmes/heading-to-perumin").body();
        var id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(programme);
        assertThat(id.find()).isTrue();
        posts(
                system.baseUrl() + "/api/newsletters/" + id.group(1) + "/subscriptions",
                "application/json",
                "{\"address\":\"%s\",\"language\":\"en\",\"consent\":\"newsletter-form-1\"}"
                        .formatted(address),
                202);
        posts(link(system.inbox().awaitNewest(address, 1)), FORM, "button=page", 303);
    }

    private static void writesAnIssue(Person editor) {
        editor.opens("/organiser/campaigns");
        editor.looksAtThePage("organiser-campaigns");
        editor.page().getByText("Write an issue").click();
        editor.page().locator("#subject-es").fill("Novedades de Arequipa");
        editor.page().locator("#text-es").fill("Hola {{apellido}}: <b>llegamos");
        editor.page().locator("#rate").fill("1");
        editor.sendsTheForm();
        assertThat(editor.page().locator("#text-es-fault")).containsText("{{apellido}}");
        editor.looksAtThePage("organiser-campaign-faults");

        editor.page().locator("#text-es").fill("# Hola {{nombre}}\n\nLlegamos a **Arequipa**.");
        editor.page().locator("#subject-en").fill("News of Arequipa");
        editor.page().locator("#text-en").fill("# Hello {{name}}\n\nWe came to **Arequipa**.");
        editor.sendsTheForm();
        assertThat(editor.page().locator(".banner.good")).containsText("The draft is saved.");
    }

    private static void looksAtEachLanguage(Person editor) {
        var frames = editor.page().locator("iframe");
        assertThat(frames).hasCount(2);
        assertThat(frames.nth(0).contentFrame().locator("h1")).hasText("Hola Rosa Quispe");
        frames.nth(1).scrollIntoViewIfNeeded();
        assertThat(frames.nth(1).contentFrame().locator("h1")).hasText("Hello Rosa Quispe");
        editor.looksAtThePage("organiser-campaign-draft");
    }

    private void asksForATest(Person editor) {
        var before = system.inbox().of(TinkuySystem.ORGANISER).size();
        editor.page().getByText("Send me a test").click();
        assertThat(editor.page().locator(".banner.good")).isVisible();
        assertThat(system.inbox().await(TinkuySystem.ORGANISER, before + 2))
                .extracting(Inbox.Mail::subject)
                .contains("[Prueba] Novedades de Arequipa", "[Test] News of Arequipa");
    }

    /// One message a second, so that there is time to pause it.
    private static void sendsIt(Person editor) {
        editor.page().getByText("Send…").click();
        assertThat(editor.page().locator("main")).containsText("It will go to 9 people.");
        assertThat(editor.page().locator("main")).containsText("One message per second");
        editor.looksAtThePage("organiser-campaign-send");
        editor.sendsTheForm();
        assertThat(editor.page().locator(".state.sending")).isVisible();
        editor.looksAtThePage("organiser-campaign-sending");
        Await.until(
                "the first copies to be sent",
                PATIENCE,
                () -> {
                    editor.page().reload();
                    return !editor.page().locator(".counts b").first().textContent().equals("0");
                });
        editor.page().getByText("Pause").click();
        assertThat(editor.page().locator(".state.paused")).isVisible();
        editor.looksAtThePage("organiser-campaign-paused");
    }

    private static void unsubscribesByTheButton(Person reader, String link) {
        reader.opens(URI.create(link).getPath());
        reader.looksAtThePage("newsletter-unsubscribe");
        reader.sendsTheForm();
        assertThat(reader.page()).hasURL(Pattern.compile("/newsletter/unsubscribed"));
        reader.looksAtThePage("newsletter-unsubscribed");
    }

    /// As a mail program does: no cookie, no origin, and no page that anybody looks at.
    private static void unsubscribesInOneClick(String link) {
        posts(link, FORM, "List-Unsubscribe=One-Click", 200);
    }

    private static void posts(String address, String contentType, String body, int expected) {
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .header("Content-Type", contentType)
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.discarding());
            assertThat(answer.statusCode()).as(address).isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String link(Inbox.Mail mail) {
        var found = LINK.matcher(mail.text());
        if (!found.find()) {
            throw new AssertionError("no link in: " + mail.text());
        }
        return found.group(1);
    }
}
