package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinkuy.endtoend.Browsers.Screen;

@WithTinkuy
class MessageToRegisteredIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern CANCELLATION =
            Pattern.compile("https?://\\S+(/registrations/\\S+/cancellation)");

    private final TinkuySystem system;
    private final Browsers browsers;

    MessageToRegisteredIT(TinkuySystem system, Browsers browsers) {
        this.system = system;
        this.browsers = browsers;
    }

    @ParameterizedTest
    @EnumSource(names = {"DESKTOP", "PHONE_WITHOUT_JAVASCRIPT"})
    void goesFromTheListOfRegistrationsToEachPersonAndOnToACancellation(Screen screen) {
        var title = screen == Screen.DESKTOP ? "Weaving" : "Pottery";
        var rosa = "rosa." + screen.name().toLowerCase(Locale.ROOT) + "@example.org";
        var luis = "luis." + screen.name().toLowerCase(Locale.ROOT) + "@example.org";
        var session = system.organiser().signIn().scheduleWorkshop(title, "2099-02-12", 1);
        try (var first = new Person(system, browsers, Screen.PHONE, "es");
                var second = new Person(system, browsers, Screen.DESKTOP, "en");
                var organiser = new Person(system, browsers, screen, "en")) {
            first.registersFor(session, rosa, system.inbox());
            second.registersFor(session, luis, system.inbox());
            assertThat(second.page().locator(".state.waitlisted")).hasCount(1);
            system.inbox().await(luis, 2);

            organiser.organises(system);
            begins(organiser, session);
            writes(organiser, title);
            sends(organiser);

            var spanish = system.inbox().awaitNewest(rosa, 3);
            assertThat(spanish.subject()).isEqualTo("Otra sala: " + title);
            assertThat(spanish.html()).contains("<strong>sala 2</strong>");
            assertThat(spanish.text()).contains("Recibes este mensaje porque");
            assertThat(system.inbox().awaitNewest(luis, 3).subject())
                    .isEqualTo("Another room: " + title);
            Await.until(
                    "the message to be sent to all",
                    PATIENCE,
                    () -> {
                        organiser.page().reload();
                        return organiser.page().locator(".state.finished").count() == 1;
                    });
            organiser.looksAtThePage("organiser-message-finished");
            organiser.page().getByText("Write to those registered").click();
            assertThat(organiser.page().locator("main")).containsText("Another room: " + title);
            organiser.looksAtThePage("organiser-messages");

            first.opens(cancellation(spanish));
            first.sendsTheForm();
            assertThat(first.page()).hasURL(Pattern.compile("/registrations"));
        }
    }

    private void begins(Person organiser, String session) {
        var programme = system.organiser().programme("demonstration").path("id").asString();
        organiser.opens("/organiser?programme=" + programme + "&session=" + session);
        organiser.page().locator(".links a[href*='/organiser/messages/new']").click();
        assertThat(organiser.page().locator("#whom")).hasValue("session:" + session);
        organiser.looksAtThePage("organiser-message-new");
    }

    private static void writes(Person organiser, String title) {
        organiser.page().locator("label[for=waiting]").click();
        organiser.page().locator("#subject-es").fill("Otra sala: " + title);
        organiser.page().locator("#text-es").fill("Hola {{nombre}}: {{unsubscribe}}");
        organiser.sendsTheForm();
        assertThat(organiser.page().locator("#text-es-fault")).containsText("{{unsubscribe}}");
        organiser.looksAtThePage("organiser-message-faults");

        organiser.page().locator("#text-es").fill("Hola {{nombre}}: vamos a la **sala 2**.");
        organiser.page().locator("#subject-en").fill("Another room: " + title);
        organiser.page().locator("#text-en").fill("Hello {{name}}, we go to **room 2**.");
        organiser.sendsTheForm();
        assertThat(organiser.page().locator(".banner.good")).containsText("The draft is saved.");
        assertThat(organiser.page().locator("main")).containsText("It will go to 2 people.");
        organiser.page().locator("iframe").first().scrollIntoViewIfNeeded();
        assertThat(organiser.page().locator("iframe").first().contentFrame().locator("strong"))
                .hasText("sala 2");
        organiser.looksAtThePage("organiser-message-draft");
    }

    private void sends(Person organiser) {
        var before = system.inbox().of(TinkuySystem.ORGANISER).size();
        organiser.page().getByText("Send me a test").click();
        assertThat(organiser.page().locator(".banner.good")).isVisible();
        system.inbox().await(TinkuySystem.ORGANISER, before + 2);
        organiser.page().getByText("Send…").click();
        assertThat(organiser.page().locator("main")).containsText("It will go to 2 people.");
        organiser.looksAtThePage("organiser-message-send");
        organiser.sendsTheForm();
    }

    private static String cancellation(Inbox.Mail mail) {
        var found = CANCELLATION.matcher(mail.text());
        assertThat(found.find()).as(mail.text()).isTrue();
        return URI.create(found.group(1)).getPath();
    }
}
