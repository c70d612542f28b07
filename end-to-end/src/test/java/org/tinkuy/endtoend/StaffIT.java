package org.tinkuy.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinkuy.endtoend.Browsers.Screen;

/// A colleague comes in by a mailed link, does what their role is for, gets another and loses it.
@WithTinkuy
class StaffIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern LINK = Pattern.compile("https?://\\S+(/staff/invitation/\\S+)");

    private final TinkuySystem system;
    private final Browsers browsers;

    StaffIT(TinkuySystem system, Browsers browsers) {
        this.system = system;
        this.browsers = browsers;
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP, en", "PHONE, qu", "PHONE_WITHOUT_JAVASCRIPT, fr", "FIREFOX_DESKTOP, es"})
    void aColleagueIsInvitedWorksAndIsTakenAway(Screen screen, String language) {
        var programme =
                system.organiser().signIn().programme("demonstration").path("id").asString();
        var desk = "/organiser/desk/" + programme;
        var name = screen.name().toLowerCase(Locale.ROOT).replace('_', '.');
        var address = "colleague." + name + "@example.org";
        try (var owner = new Person(system, browsers, screen, language);
                var colleague = new Person(system, browsers, screen, language)) {
            owner.organises(system);
            invites(owner, desk, address, language);
            comesIn(colleague, address);
            assertThat(statuses(colleague, programme)).containsExactly(200, 403, 403);

            changes(owner, desk, address);
            awaits(colleague, programme, List.of(200, 200, 200));
            colleague.opens(desk + "/staff");
            assertThat(colleague.page().locator("main")).containsText(address);
            colleague.looksAtThePage("staff-as-organiser-" + name);

            takesAway(owner, desk, address, name);
            awaits(colleague, programme, List.of(403, 403, 403));
        }
    }

    private static void invites(Person owner, String desk, String address, String language) {
        owner.opens(desk);
        owner.page().locator("a[href='" + desk + "/staff']").click();
        owner.page().locator("#address").fill("colleague@");
        owner.page().locator("form[action$='/invitations'] button").click();
        assertThat(owner.page().locator("#address-fault")).isVisible();
        owner.page().locator("#address").fill(address);
        owner.page().locator("#role").selectOption("editor");
        assertThat(owner.page().locator("#language")).hasValue(language);
        owner.page().locator("form[action$='/invitations'] button").click();
        assertThat(owner.page().locator(".banner.good")).isVisible();
        owner.looksAtThePage("staff-invited-" + language);
    }

    private void comesIn(Person colleague, String address) {
        var mail = system.inbox().awaitNewest(address, 1);
        var found = LINK.matcher(mail.text());
        assertThat(found.find()).as(mail.text()).isTrue();
        var link = URI.create(found.group(1)).getPath();

        colleague.opens(link);
        colleague.looksAtThePage("staff-invitation");
        colleague.sendsTheForm();
        colleague.page().locator("#address").fill(address);
        colleague.sendsTheForm();
        colleague.typesTheCode(system.inbox().awaitNewest(address, 2).code());
        assertThat(colleague.page()).hasURL(system.baseUrl() + link);
        colleague.looksAtThePage("staff-invitation-signed-in");
        colleague.sendsTheForm();
        assertThat(colleague.page()).hasURL(Pattern.compile("/staff/accepted/"));
        colleague.looksAtThePage("staff-accepted");
        colleague.opens(link);
        colleague.looksAtThePage("staff-invitation-over");
    }

    private static void changes(Person owner, String desk, String address) {
        owner.opens(desk + "/staff");
        var member = owner.page().locator("li:has(form[action$='/role'])").filter(having(address));
        member.locator("select").selectOption("organiser");
        member.locator("button").click();
        assertThat(owner.page().locator(".banner.good")).isVisible();
        owner.looksAtThePage("staff-changed");
    }

    private static void takesAway(Person owner, String desk, String address, String name) {
        owner.opens(desk + "/staff");
        owner.page()
                .locator("li:has(form[action$='/role'])")
                .filter(having(address))
                .locator("a[href$='/removal']")
                .click();
        owner.looksAtThePage("staff-removal-" + name);
        owner.sendsTheForm();
        assertThat(owner.page().locator(".banner.good")).isVisible();
        assertThat(owner.page().locator("main")).not().containsText(address);
    }

    private static FilterOptions having(String text) {
        return new FilterOptions().setHasText(text);
    }

    private void awaits(Person person, String programme, List<Integer> expected) {
        Await.until(
                "the role to count in every service",
                PATIENCE,
                () -> statuses(person, programme).equals(expected));
    }

    /// What notification-service, session-service and registration-service answer them.
    private List<Integer> statuses(Person person, String programme) {
        return List.of(
                        "/api/campaigns?programmeId=" + programme,
                        "/api/programmes/" + programme + "/draft",
                        "/api/registrations?programmeId=" + programme)
                .stream()
                .map(path -> person.page().request().get(system.baseUrl() + path).status())
                .toList();
    }
}
