package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tinkuy.endtoend.Browsers.Screen;

/// A session that was cancelled by mistake takes place after all.
@WithTinkuy
class ReinstatementIT {

    private static final String FEED = "/programmes/demonstration/calendar.ics";

    private final TinkuySystem system;
    private final Browsers browsers;

    ReinstatementIT(TinkuySystem system, Browsers browsers) {
        this.system = system;
        this.browsers = browsers;
    }

    @AfterEach
    void backToNow() {
        system.moveClock(Duration.ZERO);
    }

    @Test
    void comesBackToPagesAndCalendarsAndAsksWhoLostTheirSeats() {
        var session = system.organiser().signIn().scheduleWorkshop("By mistake", "2099-05-15", 1);
        var ana = "ana.comes.back@example.org";
        try (var person = new Person(system, browsers, Screen.PHONE, "es");
                var organiser = new Person(system, browsers, Screen.DESKTOP, "en")) {
            person.registersFor(session, ana, system.inbox());
            system.inbox().await(ana, 2);

            organiser.organises(system);
            organiser.opens("/organiser/sessions/" + session + "/cancellation");
            organiser.sendsTheForm();
            var gone = inMail(system.inbox().awaitNewest(ana, 3));
            assertThat(gone.getStatus().getValue()).isEqualTo("CANCELLED");
            stands(session, "CANCELLED", 2);

            organiser.opens("/organiser/sessions/" + session);
            organiser.looksAtThePage("cancelled-session-to-come-back");
            organiser.sendsTheForm();
            assertThat(organiser.page()).hasURL(Pattern.compile("/changes$"));
            organiser.looksAtThePage("session-that-comes-back");
            organiser.sendsTheForm();
            assertThat(organiser.page()).hasURL(Pattern.compile("done=published"));
            stands(session, "CONFIRMED", 3);
            system.moveClock(Duration.ofMinutes(2));

            var asked = system.inbox().awaitNewest(ana, 4);
            assertThat(asked.subject()).startsWith("Sí se realizará: By mistake");
            assertThat(asked.text())
                    .contains("con ella terminó tu inscripción", "/programmes/demonstration");
            assertThat(asked.attachments()).isEmpty();

            person.awaitsOnThePage(session);
            if (!person.page().locator("input[value='" + session + "']").isChecked()) {
                person.taps(session);
            }
            person.sendsTheForm();
            assertThat(person.page()).hasURL(Pattern.compile("/registrations"));
            var again = inMail(system.inbox().awaitNewest(ana, 5));
            assertThat(again.getUid().getValue()).isEqualTo(session + "@tinkuy");
            assertThat(again.getStatus().getValue()).isEqualTo("CONFIRMED");
            assertThat(again.getSequence().getValue()).isGreaterThan(gone.getSequence().getValue());
        }
        system.moveClock(Duration.ofMinutes(10));
        assertThat(system.inbox().await(ana, 5)).as("asked once").hasSize(5);
    }

    /// In the programme's feed.
    private void stands(String session, String status, int sequence) {
        Await.until(
                "the feed to say " + status,
                Duration.ofSeconds(30),
                () -> inFeed(session).getStatus().getValue().equals(status));
        assertThat(inFeed(session).getSequence().getValue()).isEqualTo(sequence);
    }

    private VEvent inFeed(String session) {
        return Biweekly.parse(system.get(FEED).body()).first().getEvents().stream()
                .filter(event -> event.getUid().getValue().equals(session + "@tinkuy"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(session + " is not in " + FEED));
    }

    private static VEvent inMail(Inbox.Mail mail) {
        return Biweekly.parse(mail.attachments().getFirst().content())
                .first()
                .getEvents()
                .getFirst();
    }
}
