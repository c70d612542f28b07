package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinkuy.endtoend.Browsers.Screen;

/// What holds for every page that anybody can open.
@WithTinkuy
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageIT {

    private static final String APURIMAC = "/programmes/heading-to-perumin/apurimac";

    /// HTML, "valid date string", "valid global date and time string": no more than three digits of
    /// a second.
    private static final Pattern DATETIME =
            Pattern.compile(
                    "\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,3})?)?(Z|[+-]\\d\\d:\\d\\d))?");

    /// The vertical middles of what can be pressed, put together where they are less than half a
    /// target apart.
    private static final String ROWS =
            """
            header => [...header.querySelectorAll("a, button")]
              .map((target) => target.getBoundingClientRect())
              .map((box) => Math.round((box.top + box.bottom) / 2))
              .sort((one, other) => one - other)
              .filter((middle, at, all) => at === 0 || middle - all[at - 1] > 22).length
            """;

    /// What can be pressed or is not filled in, headings that part from what follows (for browsers
    /// that heed what is said of breaks, and for those that do not), and what a sheet does not
    /// hold.
    private static final String WRONG_ON_PAPER =
            """
            () => {
              const seen = (all) => [...document.querySelectorAll(all)].filter((one) => one.checkVisibility());
              const alone = (heading) => {
                const style = getComputedStyle(heading);
                return style.breakAfter !== "avoid" || style.breakInside !== "avoid"
                  || !(parseFloat(getComputedStyle(heading, "::after").height) > 80);
              };
              const broken = (cell) => {
                const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
                for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                  for (const word of text.data.matchAll(/\\p{L}+/gu)) {
                    const range = document.createRange();
                    range.setStart(text, word.index);
                    range.setEnd(text, word.index + word[0].length);
                    if (new Set([...range.getClientRects()].map((box) => box.top)).size > 1) {
                      return true;
                    }
                  }
                }
                return false;
              };
              const root = document.documentElement;
              return [
                ...seen("button, .button, .filter"),
                ...seen("td:not(.whole), thead th").filter(broken),
                ...seen("input:not([type=hidden]), textarea").filter((field) => !field.value),
                ...seen("main h2").filter(alone),
                ...(root.scrollWidth > root.clientWidth ? [root] : []),
              ].map((wrong) => wrong.outerHTML.slice(0, 200));
            }
            """;

    /// A sheet of A4, in pixels of CSS.
    private static final int SHEET = 794;

    private enum Who {
        NOBODY,
        /// Registered, and the code was not typed yet.
        WAITING,
        ATTENDEE,
        ORGANISER
    }

    private final TinkuySystem system;
    private final Browsers browsers;
    private final Map<Who, List<Cookie>> cookies = new EnumMap<>(Who.class);
    private final Map<Who, List<String>> paths = new EnumMap<>(Who.class);

    EveryPageIT(TinkuySystem system, Browsers browsers) {
        this.system = system;
        this.browsers = browsers;
    }

    @BeforeAll
    void everybodyComesToWhatTheyCameFor() {
        nobody();
        waiting();
        attendee();
        organiser();
    }

    private void nobody() {
        cookies.put(Who.NOBODY, List.of());
        paths.put(
                Who.NOBODY,
                List.of(
                        "/",
                        "/programmes/heading-to-perumin",
                        APURIMAC,
                        "/programmes/heading-to-perumin/cajamarca",
                        "/programmes/perumin-35",
                        "/programmes/ccolquemin-2023",
                        "/programmes/due-diligence-madre-de-dios",
                        "/programmes/mining-integration",
                        "/programmes/demonstration",
                        "/timetables/heading-to-perumin",
                        "/timetables/perumin-35?clock=own",
                        "/changes/heading-to-perumin",
                        "/preview/" + "a".repeat(43),
                        "/staff/invitation/" + "a".repeat(43),
                        "/regions",
                        "/regions/apurimac",
                        "/embedded/timetables/heading-to-perumin",
                        "/embedded" + APURIMAC,
                        "/sign-in",
                        "/sign-in/code",
                        "/sign-in/" + UUID.randomUUID() + "?code=123456",
                        "/sign-out/here",
                        "/time-zone",
                        "/newsletter",
                        "/newsletter/thanks?newsletter=heading-to-perumin",
                        "/newsletter/confirm/" + "a".repeat(43),
                        "/newsletter/confirmed?newsletter=heading-to-perumin",
                        "/newsletter/unsubscribe/" + "a".repeat(43),
                        "/newsletter/unsubscribed",
                        "/there-is-no-such-page"));
    }

    private void waiting() {
        try (var person = new Person(system, browsers, Screen.PHONE, "es")) {
            registers(person, "rosa.mamani.quispe.who.waits@example.org");
            keep(Who.WAITING, person, "/sign-in/code", APURIMAC);
        }
    }

    private void attendee() {
        var address = "everywhere@example.org";
        try (var person = new Person(system, browsers, Screen.PHONE, "es")) {
            registers(person, address);
            person.typesTheCode(system.inbox().awaitNewest(address, 1).code());
            person.isSignedIn();
            person.opens("/registrations");
            keep(
                    Who.ATTENDEE,
                    person,
                    "/registrations",
                    "/registrations/details",
                    "/registrations/devices",
                    "/registrations/calendar/renewal",
                    person.page().locator("a[href$='/cancellation']").first().getAttribute("href"),
                    "/sign-in/code",
                    APURIMAC);
        }
    }

    private static void registers(Person person, String address) {
        person.opens(APURIMAC);
        person.choosesEverySession();
        person.introducesThemselves("Rosa Mamani Quispe", address);
        person.page().locator("#register button").click();
        assertThat(person.page()).hasURL(Pattern.compile("/sign-in/code"));
    }

    private void organiser() {
        var programme = system.organiser().signIn().programme("heading-to-perumin").path("id");
        var of = "?programme=" + programme.asString();
        try (var person = new Person(system, browsers, Screen.PHONE, "es")) {
            person.organises(system);
            assertThat(person.page()).hasURL(Pattern.compile("/organiser$"));
            person.opens("/organiser" + of);
            var session =
                    person.page()
                            .locator("a[href^='/organiser/sessions/']")
                            .first()
                            .getAttribute("href");
            var registration =
                    person.page()
                            .locator("tbody a[href^='/organiser/registrations/']")
                            .first()
                            .getAttribute("href");
            person.opens("/organiser/campaigns/new" + of);
            person.page().locator("#subject-es").fill("Novedades de la convención");
            person.page().locator("#text-es").fill("Hola {{name}}");
            person.sendsTheForm();
            var draft = URI.create(person.page().url()).getPath();
            var desk = "/organiser/desk/" + programme.asString();
            person.opens(desk);
            var event = first(person, desk + "/events/");
            var drafted = first(person, desk + "/sessions/");
            person.opens(desk + "/speakers/new");
            person.page().locator("#name").fill("Ana Quispe");
            person.sendsTheForm();
            var speaker = first(person, desk + "/speakers/");
            keep(
                    Who.ORGANISER,
                    person,
                    "/organiser/desk",
                    "/organiser/desk/new",
                    desk,
                    desk + "/programme",
                    desk + "/events/new",
                    event,
                    event + "/removal",
                    desk + "/speakers/new",
                    speaker,
                    speaker + "/invitation",
                    speaker + "/removal",
                    desk + "/sessions/new",
                    drafted,
                    drafted + "/free-slots",
                    drafted + "/withdrawal",
                    desk + "/changes",
                    desk + "/embedding",
                    desk + "/copy",
                    event + "/copy",
                    drafted + "/copy",
                    desk + "/previews",
                    desk + "/staff",
                    "/staff/accepted/" + programme.asString() + "/editor",
                    desk + "/publications",
                    desk + "/publications/1",
                    desk + "/unpublication",
                    desk + "/archive",
                    desk + "/deletion",
                    event + "/unpublication",
                    "/organiser" + of,
                    registration,
                    registration + "/cancellation",
                    "/organiser/numbers" + of,
                    "/organiser/deliveries" + of,
                    "/organiser/campaigns" + of,
                    "/organiser/campaigns/new" + of,
                    "/organiser/messages" + of,
                    "/organiser/messages/new" + of,
                    session,
                    session + "/cancellation",
                    draft,
                    draft + "/edit",
                    draft + "/send",
                    draft + "/delete");
        }
    }

    private static String first(Person person, String path) {
        return person.page().locator("a.row[href^='" + path + "']").first().getAttribute("href");
    }

    private void keep(Who who, Person person, String... itsPaths) {
        cookies.put(who, person.cookies());
        paths.put(who, List.of(itsPaths));
    }

    private Person somebody(Who who, Screen screen, String language) {
        var person = new Person(system, browsers, screen, language);
        person.hasCookies(cookies.getOrDefault(who, List.of()));
        return person;
    }

    @ParameterizedTest
    @CsvSource({
        "PHONE, es",
        "PHONE, fr",
        "PHONE, qu",
        "FIREFOX_PHONE, es",
        "FIREFOX_PHONE, en",
        "FIREFOX_PHONE, qu"
    })
    void canBeReadWithLargeTextAndSaysWhenForMachines(Screen screen, String language) {
        for (var who : Who.values()) {
            try (var person = somebody(who, screen, language)) {
                for (var path : paths.getOrDefault(who, List.of())) {
                    person.opens(path);
                    LargeText.isReadOnAPhone(person.page(), path);
                    assertThat(datetimes(person)).as(path).allMatch(DATETIME.asMatchPredicate());
                }
            }
        }
    }

    @Test
    void onPaperThereIsNothingToPressAndNothingToFillIn() {
        for (var who : Who.values()) {
            try (var person = somebody(who, Screen.DESKTOP, "es")) {
                var page = person.page();
                page.setViewportSize(SHEET, page.viewportSize().height);
                for (var path : paths.getOrDefault(who, List.of())) {
                    person.opens(path);
                    page.emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
                    assertThat((List<?>) page.evaluate(WRONG_ON_PAPER)).as(path).isEmpty();
                    page.emulateMedia(new EmulateMediaOptions().setMedia(Media.SCREEN));
                }
            }
        }
    }

    private static List<String> datetimes(Person person) {
        var found = new ArrayList<String>();
        for (var time : person.page().locator("time").all()) {
            found.add(String.valueOf(time.getAttribute("datetime")));
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({"PHONE, 2", "FIREFOX_PHONE, 2", "DESKTOP, 1", "FIREFOX_DESKTOP, 1"})
    void hasAHeaderOfNoMoreRowsThanTheScreenNeeds(Screen screen, int rows) {
        for (var who : List.of(Who.NOBODY, Who.ATTENDEE, Who.ORGANISER)) {
            for (var language : List.of("es", "en", "qu", "fr")) {
                try (var person = somebody(who, screen, language)) {
                    person.opens("/time-zone");
                    assertThat((Integer) person.page().locator("header.top").evaluate(ROWS))
                            .as("rows for " + who + " in " + language)
                            .isLessThanOrEqualTo(rows);
                }
            }
        }
    }
}
