package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tinkuy.endtoend.Browsers.Screen;

@WithTinkuy
class DeskIT {

    private static final String TITLE = "Dos noches en Apurímac";

    private final TinkuySystem system;
    private final Browsers browsers;

    DeskIT(TinkuySystem system, Browsers browsers) {
        this.system = system;
        this.browsers = browsers;
    }

    @Test
    void buildsTwoEveningsFromNothingPublishesThemAndMovesOneByKeyboardAlone() {
        try (var organiser = new Person(system, browsers, Screen.DESKTOP, "es");
                var visitor = new Person(system, browsers, Screen.PHONE, "es")) {
            organiser.organises(system);
            var keys = new Keyboard(organiser);
            begins(organiser, keys);
            addsAnEvent(organiser, keys);
            addsASpeaker(organiser, keys);
            addsAPlenary(keys, "Minería y agua");
            addsAPlenary(keys, "Minería y caminos");
            organiser.looksAtThePage("organiser-desk");

            meetsAConflictAndSolvesIt(organiser, keys);
            var slug = publishes(organiser, keys);
            shows(visitor, slug, "26 de mayo de 2099", "27 de mayo de 2099");
            showsTheSpeaker(visitor, slug);

            invitesTheSpeaker(organiser, visitor, keys);
            movesAnEvening(organiser, keys);
            showsTheDraftToAColleague(organiser, keys);
            publishes(organiser, keys);
            shows(visitor, slug, "26 de mayo de 2099", "28 de mayo de 2099");

            undoes(organiser, keys);
            publishes(organiser, keys);
            shows(visitor, slug, "26 de mayo de 2099", "27 de mayo de 2099");
        }
    }

    private static void begins(Person organiser, Keyboard keys) {
        organiser.opens("/organiser");
        keys.follows("a[href='/organiser/desk']");
        organiser.looksAtThePage("organiser-desk-list");
        keys.follows("a[href='/organiser/desk/new']");
        organiser.looksAtThePage("organiser-desk-new");
        keys.sendsTheForm();
        assertThat(organiser.page().locator("#title-fault")).isVisible();
        organiser.looksAtThePage("organiser-desk-new-faults");
        keys.writes("#title", TITLE)
                .chooses("#timeZone", "Lima")
                .writes("#organisers", "Instituto de Ingenieros de Minas del Perú")
                .sendsTheForm();
        assertThat(organiser.heading()).hasText(TITLE);
        assertThat(organiser.page().locator("main")).containsText("Agrega una primera sesión");
        organiser.looksAtThePage("organiser-desk-begun");
    }

    private static void addsAnEvent(Person organiser, Keyboard keys) {
        keys.follows("a[href$='/events/new']").writes("#title-es", "Apurímac");
        organiser.looksAtThePage("organiser-desk-event");
        keys.writes("#region", "Apurímac").sendsTheForm();
        assertThat(organiser.page().locator("[role=status]")).isVisible();
    }

    /// All on one evening, at first.
    private static void addsAPlenary(Keyboard keys, String title) {
        keys.follows("a[href*='/sessions/new?event=']")
                .writes("#title-es", title)
                .ticks("input[name=speakers]")
                .sets("#date", "2099-05-26")
                .sets("#starts", "18:00")
                .sets("#ends", "20:00")
                .writes("#place", "Coliseo de Abancay")
                .sendsTheForm();
    }

    private static void addsASpeaker(Person organiser, Keyboard keys) {
        keys.follows("a[href$='/speakers/new']")
                .writes("#name", "Ana Quispe")
                .writes("#role", "Ingeniera de minas")
                .writes("#biography-es", "Trabaja con comunidades de Apurímac.")
                .sets("#agreed", "2026-11-20");
        organiser.looksAtThePage("organiser-desk-speaker");
        keys.sendsTheForm();
        assertThat(organiser.page().locator("main")).containsText("Ana Quispe");
    }

    private static void invitesTheSpeaker(Person organiser, Person speaker, Keyboard keys) {
        keys.follows("section[aria-labelledby=speakers] a.row")
                .follows("a[href$='/invitation']")
                .sendsTheForm();
        organiser.looksAtThePage("organiser-desk-invitation");
        speaker.opens(
                organiser.page().locator("#link").inputValue().replaceFirst("^https?://[^/]+", ""));
        speaker.page().locator("#role").fill("Ingeniera");
        speaker.page().locator("#agrees").selectOption("true");
        speaker.looksAtThePage("speaker-invitation");
        speaker.sendsTheForm();
        assertThat(speaker.page().locator("[role=status]")).isVisible();
        keys.follows("p.up a").follows("p.up a");
    }

    private static void showsTheSpeaker(Person visitor, String programme) {
        visitor.opens(programme + "/apurimac");
        visitor.page().locator(".people a").first().click();
        assertThat(visitor.heading()).hasText("Ana Quispe");
        assertThat(visitor.page().locator("main")).containsText("Minería y caminos");
        visitor.looksAtThePage("speaker");
    }

    private static void meetsAConflictAndSolvesIt(Person organiser, Keyboard keys) {
        keys.follows("a[href$='/changes']");
        assertThat(organiser.page().locator(".objection")).hasCount(4);
        keys.sendsTheForm();
        assertThat(organiser.page().locator("main"))
                .containsText("Otra plenaria de este programa se realiza a esa hora.");
        assertThat(organiser.page().locator("main form .fault")).hasCount(4);
        assertThat(organiser.page().locator("main"))
                .containsText("Ana Quispe: a esa hora habla o modera en otro lugar");
        organiser.looksAtThePage("organiser-desk-conflict");

        keys.follows("section:last-of-type a[href$='#date']")
                .sets("#date", "2099-05-27")
                .sendsTheForm();
        assertThat(organiser.page().locator("[role=status]")).isVisible();
    }

    private static void movesAnEvening(Person organiser, Keyboard keys) {
        keys.follows("section[aria-labelledby=sessions] li:last-child a.row")
                .sets("#date", "2099-05-28");
        organiser.looksAtThePage("organiser-desk-session");
        keys.sendsTheForm();
    }

    private void showsTheDraftToAColleague(Person organiser, Keyboard keys) {
        keys.follows("a[href$='/previews']");
        organiser.looksAtThePage("organiser-desk-previews");
        keys.sendsTheForm();
        organiser.looksAtThePage("organiser-desk-preview-made");
        var link = organiser.page().locator("#address").inputValue();
        try (var colleague = new Person(system, browsers, Screen.PHONE, "es")) {
            colleague.opens(link.substring(link.indexOf("/preview/")) + "/apurimac");
            assertThat(colleague.page().locator("main")).containsText("28 de mayo de 2099");
            colleague.looksAtThePage("preview-event");
            colleague.page().locator(".up a").click();
            assertThat(colleague.heading()).hasText(TITLE);
            colleague.looksAtThePage("preview");
        }
        keys.follows(".up a");
    }

    private static void undoes(Person organiser, Keyboard keys) {
        keys.follows("a[href$='/publications']");
        organiser.looksAtThePage("organiser-desk-history");
        keys.follows("a[href$='#restoration']");
        organiser.looksAtThePage("organiser-desk-publication");
        keys.sendsTheForm();
        assertThat(organiser.page().locator("main del").last()).containsText("28 de mayo de 2099");
        keys.follows(".up a");
    }

    private static String publishes(Person organiser, Keyboard keys) {
        keys.follows("a[href$='/changes']");
        assertThat(organiser.page().locator(".objection")).hasCount(0);
        organiser.looksAtThePage("organiser-desk-changes");
        keys.sendsTheForm();
        assertThat(organiser.page()).hasURL(Pattern.compile("done=published"));
        organiser.looksAtThePage("organiser-desk-published");
        return organiser
                .page()
                .locator("[role=status] a[href^='/programmes/']")
                .getAttribute("href");
    }

    private static void shows(Person visitor, String programme, String first, String second) {
        Await.until(
                "the public page to follow",
                Duration.ofSeconds(30),
                () -> {
                    visitor.opens(programme + "/apurimac");
                    var words = visitor.page().locator("main").textContent();
                    return words.contains(first) && words.contains(second);
                });
        assertThat(visitor.heading()).hasText("Apurímac");
    }
}
