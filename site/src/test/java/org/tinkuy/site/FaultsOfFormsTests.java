package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tinkuy.site.Schedules.FIRST_PLENARY;
import static org.tinkuy.site.Schedules.HEADING_TO_PERUMIN;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Where something is wrong with what was sent, the title says so first, what is wrong has the
/// focus, also without a script, and the field refers to it.
@SiteTest
class FaultsOfFormsTests {

    private static final String SESSION = "/organiser/sessions/" + FIRST_PLENARY;
    private static final String SCHEDULED = "/api/sessions/" + FIRST_PLENARY;
    private static final String REGISTRATION = "0195a1c0-0000-7000-8000-0000000000b1";
    private static final String REGISTERED = "/api/registrations/" + REGISTRATION;
    private static final String LIST = "/api/newsletters/" + HEADING_TO_PERUMIN;

    private static final Pattern POSTED =
            Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);
    private static final Pattern TYPED =
            Pattern.compile("<(?:textarea|select|input(?![^>]*(?:type=\"hidden\"|readonly)))[ >]");

    /// Every form in which something is typed or chosen, sent as it cannot be.
    enum Form {
        REGISTER("parts", "Mining and Development in Apurímac") {
            @Override
            Browser.Page send(Browser browser) {
                return browser.post("/programmes/heading-to-perumin/apurimac", "name", "");
            }
        },
        PROGRAMME("parts", "Programa de Integración Minera") {
            @Override
            Browser.Page send(Browser browser) {
                return browser.post("/programmes/mining-integration", "name", "");
            }
        },
        SIGN_IN("sign-in", "Sign in") {
            @Override
            Browser.Page send(Browser browser) {
                return browser.post("/sign-in", "address", "rosa@");
            }
        },
        CODE("code", "Enter the code") {
            @Override
            Browser.Page send(Browser browser) {
                return browser.cookie(
                                "tinkuy-challenge", "0195a1c0-0000-7000-8000-000000000998.c2VjcmV0")
                        .post("/sign-in/code", "code", "12");
            }
        },
        NEWSLETTER("newsletter", "Newsletters") {
            @Override
            Browser.Page send(Browser browser) {
                return browser.post(
                        "/newsletter", "newsletter", HEADING_TO_PERUMIN.toString(), "address", "");
            }
        },
        TIME_ZONE("time-zone", "Your time zone") {
            @Override
            Browser.Page send(Browser browser) {
                return browser.post("/time-zone", "timeZone", "Mars/Olympus");
            }
        },
        DETAILS("own-details", "Your details") {
            @Override
            Browser.Page send(Browser browser) {
                return browser.signedIn(Tokens.attendee())
                        .post("/registrations/details", "name", "");
            }
        },
        MOVE("organiser-session", "Move a session") {
            @Override
            Browser.Page send(Browser browser) {
                return organiser(browser).post(SESSION, "timeZone", "Mars/Olympus");
            }
        },
        WITHDRAWAL("organiser-cancellation", "Cancel this session?") {
            @Override
            Browser.Page send(Browser browser) {
                return organiser(browser).post(SESSION + "/cancellation", "reason-es", "Niebla");
            }
        },
        NAME("organiser-registration", "Registration") {
            @Override
            Browser.Page send(Browser browser) {
                return organiser(browser)
                        .post("/organiser/registrations/" + REGISTRATION + "/name", "name", "");
            }
        },
        CAMPAIGN("organiser-campaign-form", "A new issue") {
            @Override
            Browser.Page send(Browser browser) {
                return organiser(browser)
                        .post(
                                "/organiser/campaigns",
                                "programme",
                                HEADING_TO_PERUMIN.toString(),
                                "text-es",
                                "<b>");
            }
        },
        MESSAGE("organiser-campaign-form", "A new message") {
            @Override
            Browser.Page send(Browser browser) {
                return organiser(browser)
                        .post("/organiser/messages", "programme", HEADING_TO_PERUMIN.toString());
            }
        },
        PUBLICATION("organiser-desk-changes", "Look and publish") {
            @Override
            Browser.Page send(Browser browser) {
                return organiser(browser).post(Drafted.DESK + "/changes", "state", "seen");
            }
        },
        COPY("organiser-desk-copy", "Copy this programme") {
            @Override
            Browser.Page send(Browser browser) {
                return organiser(browser)
                        .post(
                                Drafted.DESK + "/copy",
                                "id",
                                "0195a1c0-0000-4000-8000-000000000060",
                                "from",
                                "tomorrow");
            }
        },
        PREVIEW("organiser-desk-previews", "Show it to colleagues") {
            @Override
            Browser.Page send(Browser browser) {
                return organiser(browser).post(Drafted.DESK + "/previews", "days", "400");
            }
        },
        INVITATION("organiser-desk-staff", "Staff") {
            @Override
            Browser.Page send(Browser browser) {
                return organiser(browser)
                        .post(Drafted.DESK + "/staff/invitations", "address", "rosa@");
            }
        },
        REMOVAL("organiser-campaigns", "Newsletters") {
            @Override
            Browser.Page send(Browser browser) {
                var organiser = organiser(browser);
                return organiser.follow(
                        organiser.post(
                                "/organiser/campaigns/removals",
                                "programme",
                                HEADING_TO_PERUMIN.toString(),
                                "address",
                                "rosa@"));
            }
        };

        private final String template;
        private final String title;

        Form(String template, String title) {
            this.template = template;
            this.title = title;
        }

        abstract Browser.Page send(Browser browser);

        private static Browser organiser(Browser browser) {
            return browser.signedIn(Tokens.organiser("owner:*"));
        }
    }

    @LocalServerPort int port;
    @Autowired StubServices services;

    @BeforeEach
    void servicesRefuse() {
        Drafted.told(services);
        somethingSpeaksAgainstTheChanges();
        refuses("POST /api/registrations", "name", "required");
        refuses("POST /api/sign-ins", "address", "invalid-address");
        refuses("PATCH /api/attendees/me", "name", "required");
        refuses("POST " + SCHEDULED + "/cancellation", "reason.es", "too-long");
        refuses("PUT " + REGISTERED + "/name", "name", "required");
        refuses("POST /api/campaigns", "text.es", "html-not-closed");
        refuses("POST " + LIST + "/removals", "address", "invalid-address");
        services.answers("GET /api/programmes/" + Drafted.PROGRAMME + "/previews", 200, "[]");
        refuses(
                "POST /api/staff/" + Drafted.PROGRAMME + "/invitations",
                "address",
                "invalid-address");
        services.answers(
                "GET /api/staff/" + Drafted.PROGRAMME, 200, "{\"members\":[],\"invitations\":[]}");
        services.answers("GET /api/campaigns", 200, "{\"items\":[]}");
        services.answers("GET /api/organisers", 200, "[]");
        services.answers("GET /api/deliveries", 200, "{\"items\":[]}");
        services.answers(
                "GET " + REGISTERED,
                200,
                """
                {"id":"%s","sessionId":"%s","programmeId":"%s","status":"confirmed","addressConfirmed":true,"history":[],
                 "attendee":{"id":"x","name":"Rosa","address":"rosa@example.org","language":"es"}}
                """
                        .formatted(REGISTRATION, FIRST_PLENARY, HEADING_TO_PERUMIN));
        services.answers(
                "GET " + SCHEDULED,
                200,
                """
                {"id":"%s","programmeId":"%s","kind":"plenary","date":"2026-11-25",
                 "starts":"18:00","ends":"20:00","timeZone":"America/Lima","version":3}
                """
                        .formatted(FIRST_PLENARY, HEADING_TO_PERUMIN));
    }

    private void somethingSpeaksAgainstTheChanges() {
        services.answers(
                "GET " + Drafted.API + "/changes",
                200,
                """
                {"state":"seen","changes":[{"part":"session","id":"%s","change":"added","fields":[],
                  "objections":[{"field":"starts","code":"outside-plenary-window","detail":"x",
                                 "answer":"reason"}]}]}
                """
                        .formatted(Drafted.FIRST));
        services.answers(
                "POST " + Drafted.API + "/publication",
                409,
                "{\"type\":\"urn:tinkuy:problem:changes-refused\"}");
    }

    private void refuses(String route, String field, String code) {
        services.answers(
                route,
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request","errors":[{"field":"%s","code":"%s"}]}
                """
                        .formatted(field, code));
    }

    @ParameterizedTest
    @EnumSource
    void theTitleSaysSoAndWhatIsWrongHasTheFocus(Form form) {
        var html = form.send(new Browser(port).speaking("en")).html();

        assertThat(html).contains("<title>Error: " + form.title + " · Tinkuy</title>");
        assertThat(html).containsPattern("role=\"alert\" tabindex=\"-1\" autofocus");
        assertThat(Pattern.compile(" autofocus").matcher(html).results()).hasSize(1);
        var field =
                Pattern.compile("<[^>]*aria-invalid=\"true\"[^>]*>")
                        .matcher(html)
                        .results()
                        .map(MatchResult::group)
                        .toList();
        assertThat(field).hasSize(1);
        var words = Pattern.compile("aria-describedby=\"([^ \"]+)").matcher(field.getFirst());
        assertThat(words.find()).isTrue();
        assertThat(html).contains("id=\"" + words.group(1) + "\"");
    }

    @Test
    void theTitleSaysSoInEveryLanguage() {
        assertThat(Form.SIGN_IN.send(new Browser(port).speaking("es")).html())
                .contains("<title>Error: Ingresar · Tinkuy</title>");
        assertThat(Form.SIGN_IN.send(new Browser(port).speaking("fr")).html())
                .contains("<title>Erreur\u202f: Se connecter · Tinkuy</title>");
        assertThat(Form.SIGN_IN.send(new Browser(port).speaking("qu")).html())
                .contains("<title>Pantay: Yaykuy · Tinkuy</title>");
    }

    /// The form at the foot of every page is answered by the newsletter's own.
    @Test
    void isHeldAgainstEveryForm() throws IOException {
        try (var templates = Files.list(Path.of("src/main/resources/templates"))) {
            var typed =
                    templates
                            .filter(FaultsOfFormsTests::asksForWords)
                            .map(template -> template.getFileName().toString())
                            .filter(name -> !name.equals("layout.html"))
                            .collect(Collectors.toSet());

            assertThat(
                            Arrays.stream(Form.values())
                                    .map(form -> form.template + ".html")
                                    .collect(Collectors.toSet()))
                    .isEqualTo(typed);
        }
    }

    private static boolean asksForWords(Path template) {
        try {
            return POSTED.matcher(Files.readString(template))
                    .results()
                    .anyMatch(form -> TYPED.matcher(form.group()).find());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// No page may have them (HTML), not even where what was typed is shown again.
    @Test
    void showsControlCharactersAsWhatCannotBeShown() {
        services.answers(
                "POST /api/registrations",
                400,
                """
                {"type":"urn:tinkuy:problem:invalid-request",
                 "errors":[{"field":"name","code":"invalid-characters","detail":"x"}]}
                """);

        var page =
                new Browser(port)
                        .speaking("en")
                        .post(
                                "/programmes/mining-integration",
                                "name",
                                "Ro\u0001sa\u0085",
                                "address",
                                "a@example.org",
                                "timeZone",
                                "\u0002",
                                "session",
                                Schedules.DIALOGUE_WITHOUT_A_DATE.toString());

        assertThat(page.field("name")).isEqualTo("Ro\ufffdsa\ufffd");
        assertThat(page.html()).doesNotContainPattern("[\\x00-\\x08\\x0e-\\x1f\\x7f-\\x9f]");
    }
}
