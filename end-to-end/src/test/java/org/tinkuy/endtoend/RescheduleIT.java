package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tinkuy.endtoend.Browsers.Screen;

@WithTinkuy
class RescheduleIT {

    private static final String FEED = "/programmes/demonstration/calendar.ics";

    private static final Duration BACK_WITHIN = Duration.ofMinutes(2);

    private final TinkuySystem system;
    private final Browsers browsers;

    RescheduleIT(TinkuySystem system, Browsers browsers) {
        this.system = system;
        this.browsers = browsers;
    }

    @AfterEach
    void backToNow() {
        system.moveClock(Duration.ZERO);
    }

    @Test
    void tellsEverybodyOnceHoweverOftenTheOrganiserMovesTheSession() {
        var session = system.organiser().signIn().scheduleWorkshop("On the move", "2099-03-15", 5);
        var ana = "ana.is.told@example.org";
        var ben = "ben.is.told@example.org";
        try (var first = new Person(system, browsers, Screen.PHONE, "es");
                var second = new Person(system, browsers, Screen.DESKTOP, "en");
                var organiser = new Person(system, browsers, Screen.DESKTOP, "en")) {
            first.registersFor(session, ana, system.inbox());
            second.registersFor(session, ben, system.inbox());
            system.inbox().await(ana, 2);
            system.inbox().await(ben, 2);
            var own = address(first);
            assertThat(inFeed(own, session).getSequence().getValue()).isEqualTo(1);

            organiser.organises(system);
            organiser.opens("/organiser/sessions/" + session);
            organiser.looksAtThePage("organiser-session");
            moves(organiser, "2099-03-16", "10:00", "12:00");
            moves(organiser, "2099-03-17", "15:00", "17:00");
            moves(organiser, "2099-03-18", "16:30", "18:30");
            organiser.looksAtThePage("organiser-session-moved");

            for (var feed : List.of(FEED, own)) {
                Await.until(
                        "the feed to follow",
                        Duration.ofSeconds(30),
                        () -> inFeed(feed, session).getSequence().getValue() == 4);
                assertThat(inFeed(feed, session).getDateStart().getValue().toInstant())
                        .isEqualTo("2099-03-18T21:30:00Z");
            }
            system.moveClock(Duration.ofMinutes(2));
            toldOfTheMove(ana, session);
            toldOfTheMove(ben, session);

            organiser.page().locator("a[href$='/cancellation']").click();
            organiser.page().locator("#reason-es").fill("La sala se inundó.");
            organiser.looksAtThePage("organiser-cancellation");
            organiser.sendsTheForm();
            assertThat(organiser.page().locator("[role=status]")).hasCount(1);

            toldOfTheCancellation(ana, session);
            toldOfTheCancellation(ben, session);
            Await.until(
                    "the feed to follow",
                    Duration.ofSeconds(30),
                    () -> inFeed(FEED, session).getStatus().getValue().equals("CANCELLED"));
            assertThat(inFeed(FEED, session).getSequence().getValue()).isEqualTo(5);
            second.opens("/programmes/demonstration");
            assertThat(second.page().locator("input[value='" + session + "']")).hasCount(0);
            second.looksAtThePage("cancelled-session");
            first.opens("/registrations");
            assertThat(first.page().locator("main")).containsText("La sala se inundó.");
        }
        system.moveClock(Duration.ofMinutes(10));
        assertThat(system.inbox().await(ana, 4)).as("told of each once").hasSize(4);
        assertThat(system.inbox().await(ben, 4)).as("told of each once").hasSize(4);
    }

    @Test
    void refusesAPlenaryOutsideItsHoursUnlessTheOrganiserSaysWhy() {
        var plenary =
                system.organiser()
                        .signIn()
                        .sessionsOf("heading-to-perumin")
                        .valueStream()
                        .filter(session -> session.path("kind").asString().equals("plenary"))
                        .filter(session -> session.has("date"))
                        .toList()
                        .getLast();
        var date = plenary.path("date").asString();
        try (var organiser = new Person(system, browsers, Screen.PHONE, "es")) {
            organiser.organises(system);
            organiser.opens("/organiser/sessions/" + plenary.path("id").asString());

            moves(organiser, date, "09:00", "11:00");
            assertThat(organiser.page().locator("#starts-fault"))
                    .containsText("entre las 18:00 y las 20:00");
            organiser.looksAtThePage("outside-plenary-window");
            organiser
                    .page()
                    .locator("#override-outside-plenary-window")
                    .fill("El ministro llega al mediodía.");
            organiser.sendsTheForm();
            assertThat(organiser.page().locator("[role=status]")).hasCount(1);
            assertThat(organiser.page().locator("main"))
                    .containsText("El ministro llega al mediodía.");

            moves(organiser, date, "18:00", "20:00");
            assertThat(organiser.page().locator("[role=status]")).hasCount(1);
        }
    }

    @Test
    void movesASessionWhileKafkaIsAwayAndTellsOnceWhenItIsBack() {
        var session = system.organiser().signIn().scheduleWorkshop("Cut off", "2099-04-15", 5);
        var address = "cut.off@example.org";
        try (var person = new Person(system, browsers, Screen.PHONE, "es");
                var organiser = new Person(system, browsers, Screen.DESKTOP, "en")) {
            person.registersFor(session, address, system.inbox());
            system.inbox().await(address, 2);
            organiser.organises(system);
            organiser.opens("/organiser/sessions/" + session);

            var killed = system.processesOf("KafkaMain").toList();
            assertThat(killed).isNotEmpty();
            killed.forEach(ProcessHandle::destroyForcibly);
            moves(organiser, "2099-04-16", "16:30", "18:30");
            assertThat(organiser.page().locator("[role=status]")).hasCount(1);

            Await.until(
                    "the feed to follow",
                    BACK_WITHIN,
                    () -> inFeed(FEED, session).getSequence().getValue() == 2);
            system.moveClock(Duration.ofMinutes(2));
            var told = inMail(system.inbox().awaitNewest(address, 3));
            assertThat(told.getSequence().getValue()).isEqualTo(2);
            assertThat(told.getDateStart().getValue().toInstant())
                    .isEqualTo("2099-04-16T21:30:00Z");

            person.opens("/registrations");
            person.page().locator("a[href$='/cancellation']").first().click();
            person.sendsTheForm();
        }
        assertThat(system.inbox().await(address, 4)).as("told of each once").hasSize(4);
    }

    private static void moves(Person organiser, String date, String starts, String ends) {
        organiser.page().locator("#date").fill(date);
        organiser.page().locator("#starts").fill(starts);
        organiser.page().locator("#ends").fill(ends);
        organiser.sendsTheForm();
    }

    private void toldOfTheMove(String address, String session) {
        var event = inMail(system.inbox().awaitNewest(address, 3));
        assertThat(event.getUid().getValue()).isEqualTo(session + "@tinkuy");
        assertThat(event.getSequence().getValue()).isEqualTo(4);
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo("2099-03-18T21:30:00Z");
    }

    private void toldOfTheCancellation(String address, String session) {
        var event = inMail(system.inbox().awaitNewest(address, 4));
        assertThat(event.getUid().getValue()).isEqualTo(session + "@tinkuy");
        assertThat(event.getStatus().getValue()).isEqualTo("CANCELLED");
    }

    private static VEvent inMail(Inbox.Mail mail) {
        return Biweekly.parse(mail.attachments().getFirst().content())
                .first()
                .getEvents()
                .getFirst();
    }

    private String address(Person person) {
        person.opens("/registrations");
        var address = person.page().locator("#calendar-address").inputValue();
        assertThat(address).startsWith(system.baseUrl());
        return address.substring(system.baseUrl().length());
    }

    private VEvent inFeed(String path, String session) {
        return Biweekly.parse(system.get(path).body()).first().getEvents().stream()
                .filter(event -> event.getUid().getValue().equals(session + "@tinkuy"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(session + " is not in " + path));
    }
}
