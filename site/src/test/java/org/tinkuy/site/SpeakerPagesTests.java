package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tinkuy.site.programme.PublishedSchedule;

@SiteTest
class SpeakerPagesTests {

    private static final String PROGRAMME = "/programmes/voices";

    private final UUID programme = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();

    @LocalServerPort int port;
    @Autowired StubServices services;
    @Autowired PublishedSchedule schedule;

    @BeforeEach
    void aProgrammeWithASpeaker() {
        services.reset();
        var ana = UUID.randomUUID();
        schedule.publish(
                Schedules.programme(
                        """
                        {"id": "%s", "slug": "voices", "timeZone": "America/Lima",
                         "title": {"es": "Voces"}, "translations": {"en": {"Ingeniera": "Engineer"}},
                         "speakers": [{"id": "%s", "slug": "ana-quispe", "name": "Ana <b> Quispe",
                           "role": "Ingeniera", "institution": "UNSAAC", "languages": ["es", "ay"],
                           "biography": {"es": "Veinte años </script> aquí."}}]}
                        """
                                .formatted(programme, ana)),
                1);
        schedule.publish(
                Schedules.session(
                        """
                        {"id": "%s", "programmeId": "%s", "kind": "plenary", "timeZone": "America/Lima",
                         "title": {"es": "Agua"}, "date": "2099-11-26", "starts": "18:00",
                         "startsAt": "2099-11-26T23:00:00Z", "version": 1,
                         "speakers": ["%s"], "moderators": ["%s", "%s"]}
                        """
                                .formatted(session, programme, UUID.randomUUID(), ana, ana)),
                1);
    }

    @AfterEach
    void withdraw() {
        schedule.withdrawSession(session, 2L, null);
        schedule.withdrawProgramme(programme, 2L);
    }

    private Browser.Page opens(String path, String language) {
        return new Browser(port).speaking(language).open(path);
    }

    @Test
    void hasAPageInEveryLanguage() {
        for (var language : new String[] {"es", "en", "fr", "qu"}) {
            var page = opens(PROGRAMME + "/speakers/ana-quispe", language);

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html())
                    .contains("Ana &lt;b&gt; Quispe", "Veinte años &lt;/script&gt; aquí.", "Agua")
                    .contains("\"@type\":\"Person\"", "\\u003c/script>")
                    .doesNotContain("??", "<b> Quispe");
        }
        assertThat(opens(PROGRAMME + "/speakers/ana-quispe", "en").html())
                .contains(
                        "Engineer",
                        "Moderates this session",
                        "<span>Español</span>",
                        "<span>ay</span>");
    }

    @Test
    void namesThoseWhoAgreedOnTheSessionAndLeadsToThem() {
        var page = opens(PROGRAMME, "en").html();

        assertThat(page)
                .containsOnlyOnce("Moderated by")
                .contains("href=\"/programmes/voices/speakers/ana-quispe\"")
                .contains("\"performer\":[{\"@type\":\"Person\",\"name\":\"Ana \\u003cb> Quispe\"")
                .doesNotContain("With:", "With :");
        assertThat(opens("/sitemap.xml", "en").html())
                .contains("/programmes/voices/speakers/ana-quispe<");
    }

    @Test
    void knowsNobodyElse() {
        assertThat(opens(PROGRAMME + "/speakers/luis", "en").status()).isEqualTo(404);
        assertThat(opens("/programmes/nothing/speakers/ana-quispe", "en").status()).isEqualTo(404);
    }
}
