package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// One's name, language and time zone.
@SiteTest
class OwnDetailsPageTests {

    private static final String PAGE = "/registrations/details";

    @LocalServerPort int port;
    @Autowired StubServices registrations;

    @BeforeEach
    void isKnown() {
        registrations.reset();
        registrations.answers(
                "GET /api/attendees/me",
                200,
                """
                {"id":"%s","address":"rosa@example.org","name":"Rosa Quispe","language":"es",
                 "timeZone":"America/Lima","grants":[]}
                """
                        .formatted(Tokens.ROSA));
    }

    private Browser rosa() {
        return new Browser(port).speaking("en").signedIn(Tokens.attendee());
    }

    @Test
    void showsWhatIsKnown() {
        var page = rosa().open(PAGE);

        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.html())
                .contains("value=\"rosa@example.org\"")
                .contains("value=\"Rosa Quispe\"")
                .containsPattern("value=\"es\"[^>]*selected")
                .containsPattern("value=\"America/Lima\"[^>]*selected")
                .doesNotContain("??");
    }

    @Test
    void offersEachZoneOnceInTheLanguageOfThePageAndKeepsOneByAFormerName() {
        registrations.answers(
                "GET /api/attendees/me",
                200,
                """
                {"id":"%s","address":"rosa@example.org","name":"Rosa","language":"es",
                 "timeZone":"Asia/Calcutta","grants":[]}
                """
                        .formatted(Tokens.ROSA));

        assertThat(new Browser(port).speaking("es").signedIn(Tokens.attendee()).open(PAGE).html())
                .contains("<option value=\"Asia/Calcutta\" selected")
                .contains("<optgroup label=\"Europa\">", ">Londres</option>", ">Knox (Indiana)<")
                .doesNotContain("Asmera", "value=\"Australia/ACT\"", "SystemV", "??");
    }

    @Test
    void changesThemAndThisBrowserFollows() {
        registrations.answers("PATCH /api/attendees/me", 200, "{}");
        registrations.answers("GET /api/attendees/me/registrations", 200, "[]");
        var browser = rosa();

        var changed =
                browser.post(
                        PAGE, "name", " Rosa Q. ", "language", "qu", "timeZone", "Europe/Madrid");

        assertThat(registrations.requests("PATCH /api/attendees/me"))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.body())
                                .contains("\"name\":\"Rosa Q.\"")
                                .contains("\"language\":\"qu\"")
                                .contains("\"timeZone\":\"Europe/Madrid\""));
        assertThat(browser.follow(changed).html())
                .contains("<html lang=\"qu\"")
                .contains("Europe/Madrid");
    }

    @Test
    void keepsWhatWasTypedWhenItIsRefused() {
        registrations.answers(
                "PATCH /api/attendees/me",
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request",
                 "errors":[{"field":"name","code":"required"}]}
                """);
        var refused = rosa().post(PAGE, "name", "", "language", "qu", "timeZone", "Europe/Madrid");
        registrations.answers("PATCH /api/attendees/me", 503, "");
        var away = rosa().post(PAGE, "name", "Rosa Q.", "language", "qu");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html())
                .contains("Enter your name.")
                .containsPattern("value=\"qu\"[^>]*selected")
                .containsPattern("value=\"Europe/Madrid\"[^>]*selected");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html()).contains("value=\"Rosa Q.\"").contains("cannot answer right now");
    }

    /// In the words of the form in which one registers.
    @ParameterizedTest
    @CsvSource({
        "required, Enter your name.",
        "too-long, This is too long.",
        "invalid-characters, This has characters that cannot be used."
    })
    void saysWhatIsWrongWithAName(String code, String words) {
        registrations.answers(
                "PATCH /api/attendees/me",
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request",
                 "errors":[{"field":"name","code":"%s"}]}
                """
                        .formatted(code));

        assertThat(rosa().post(PAGE, "name", "\u3164", "language", "en").html()).contains(words);
    }

    @Test
    void saysThatSomebodyElseOfTheAddressHasTheName() {
        registrations.answers(
                "PATCH /api/attendees/me",
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request",
                 "errors":[{"field":"name","code":"name-of-another"}]}
                """);

        assertThat(rosa().post(PAGE, "name", "Ben Quispe", "language", "en").html())
                .contains("Somebody else who is registered with your address has this name");
    }

    @Test
    void asksToSignInFirst() {
        assertThat(new Browser(port).open(PAGE).header("Location")).startsWith("/sign-in?next=");
        assertThat(new Browser(port).post(PAGE, "name", "x").header("Location"))
                .startsWith("/sign-in?next=");
    }
}
