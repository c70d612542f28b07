package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinkuy.endtoend.Browsers.Screen;

@WithTinkuy
class RegisterIT {

    private static final String FEED = "/programmes/heading-to-perumin/apurimac/calendar.ics";

    private static final Map<String, String> APURIMAC =
            Map.of(
                    "es", "Minería y desarrollo en Apurímac",
                    "en", "Mining and Development in Apurímac",
                    "qu", "Apurímacpi minería, wiñariy");

    private final TinkuySystem system;
    private final Browsers browsers;

    RegisterIT(TinkuySystem system, Browsers browsers) {
        this.system = system;
        this.browsers = browsers;
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE,es",
        "DESKTOP,en",
        "PHONE,qu",
        "PHONE_WITHOUT_JAVASCRIPT,es",
        "FIREFOX_PHONE,es",
        "FIREFOX_DESKTOP,en"
    })
    void registersForBothEveningsOfApurimacAndCancelsOne(Screen screen, String language) {
        var address = ("ana." + screen + "." + language + "@example.org").toLowerCase(Locale.ROOT);
        try (var ana = new Person(system, browsers, screen, language)) {
            ana.findsTheEvent("heading-to-perumin", "apurimac");
            assertThat(ana.page().locator("html")).hasAttribute("lang", language);
            assertThat(ana.heading()).hasText(APURIMAC.get(language));
            ana.looksAtThePage("event");

            ana.choosesEverySession();
            ana.introducesThemselves("Ana Quispe Ñahui", address);
            ana.sendsTheForm();
            assertThat(ana.page()).hasURL(Pattern.compile("/sign-in/code"));
            ana.looksAtThePage("code");
            ana.typesTheCode(system.inbox().awaitNewest(address, 1).code());

            assertThat(ana.page()).hasURL(Pattern.compile("/registrations"));
            assertThat(ana.statesOfTheirRegistrations()).hasCount(2);
            assertThat(ana.page().locator(".state.confirmed")).hasCount(2);
            ana.looksAtThePage("registrations");
            var confirmation = system.inbox().awaitNewest(address, 2);
            assertCalendarOfBothEvenings(confirmation, language);
            assertThat(names(confirmation.attachments().getFirst().content()))
                    .as("called the same in the feed")
                    .isEqualTo(names(system.get(FEED + "?language=" + language).body()));

            ana.page().locator("a[href$='/cancellation']").first().click();
            ana.looksAtThePage("cancellation");
            ana.sendsTheForm();
            assertThat(ana.statesOfTheirRegistrations()).hasCount(1);
            assertThat(ana.page().locator(".state.cancelled")).hasCount(1);
            var cancelled = system.inbox().awaitNewest(address, 3);
            var calendar = Biweekly.parse(cancelled.attachments().getFirst().content()).first();
            assertThat(calendar.getMethod().getValue()).isEqualTo("CANCEL");
            var takenOut = calendar.getEvents().getFirst();
            assertThat(takenOut.getSequence().getValue())
                    .isGreaterThan(sequence(confirmation, takenOut.getUid().getValue()));
        }
        assertThat(system.inbox().of(address)).as("one mail per step, none twice").hasSize(3);
    }

    /// By UID.
    private static Map<String, String> names(String calendar) {
        return Biweekly.parse(calendar).first().getEvents().stream()
                .collect(
                        Collectors.toMap(
                                event -> event.getUid().getValue(),
                                event -> event.getSummary().getValue()));
    }

    private static int sequence(Inbox.Mail mail, String uid) {
        return Biweekly.parse(mail.attachments().getFirst().content()).first().getEvents().stream()
                .filter(event -> event.getUid().getValue().equals(uid))
                .map(event -> event.getSequence().getValue())
                .findFirst()
                .orElseThrow();
    }

    private static void assertCalendarOfBothEvenings(Inbox.Mail mail, String language) {
        assertThat(mail.attachments()).hasSize(1);
        assertThat(mail.attachments().getFirst().contentType()).startsWith("text/calendar");
        var events = Biweekly.parse(mail.attachments().getFirst().content()).first().getEvents();
        assertThat(events).hasSize(2);
        assertThat(events)
                .allSatisfy(event -> {
                    assertThat(event.getSummary().getValue()).contains(APURIMAC.get(language));
                    var start = event.getDateStart().getValue().getRawComponents();
                    assertThat(start.getHour()).as("the evening in Lima").isEqualTo(18);
                    assertThat(
                                    event.getDateEnd().getValue().getTime()
                                            - event.getDateStart().getValue().getTime())
                            .isEqualTo(2 * 60 * 60 * 1000L);
                });
        assertThat(events.get(0).getUid().getValue())
                .isNotEqualTo(events.get(1).getUid().getValue());
    }
}
