package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tinkuy.site.programme.PublishedSchedule;

@SiteTest
class DescriptionPagesTests {

    private final UUID programme = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();

    @LocalServerPort int port;
    @Autowired StubServices services;
    @Autowired PublishedSchedule schedule;

    @BeforeEach
    void aProgrammeThatIsDescribed() {
        services.reset();
        var event = UUID.randomUUID();
        schedule.publish(
                Schedules.programme(
                        """
                        {"id": "%s", "slug": "described", "timeZone": "America/Lima", "title": {"en": "Described"}, "contact": "equipo+a#b@example.org",
                         "description": {"en": "# For whom\\n\\nFor **all** who <script>dig</script>:\\n\\n- [guidance](https://example.org/g)\\n- [not](javascript:x)"},
                         "events": [{"id": "%s", "slug": "abancay", "title": {"en": "Abancay"},
                           "description": {"es": "Dos *tardes*. %s"}}]}
                        """
                                .formatted(programme, event, "palabra ".repeat(60).strip())),
                1);
        schedule.publish(
                Schedules.session(
                        """
                        {"id": "%s", "programmeId": "%s", "eventId": "%s", "kind": "plenary", "timeZone": "America/Lima",
                         "title": {"en": "Water"}, "description": {"en": "# Law\\n\\nWhat *changes*."},
                         "date": "2099-11-26", "starts": "18:00", "startsAt": "2099-11-26T23:00:00Z", "version": 1}
                        """
                                .formatted(session, programme, event)),
                1);
    }

    @AfterEach
    void withdraw() {
        schedule.withdrawSession(session, 2L, null);
        schedule.withdrawProgramme(programme, 2L);
    }

    private String opens(String path) {
        return new Browser(port).speaking("en").open(path).html();
    }

    @Test
    void showAProgrammesMarkdownAndNoHtmlOfItsOwn() {
        assertThat(opens("/programmes/described"))
                .contains("<h2>For whom</h2>", "<strong>all</strong>")
                .contains("&lt;script&gt;dig&lt;/script&gt;")
                .contains("href=\"https://example.org/g\"", "<li>not</li>")
                .contains("content=\"For whom For all who &lt;script&gt;dig&lt;/script&gt;:")
                .doesNotContain("javascript:x");
    }

    @Test
    void showAnEventsInTheLanguageThatThereIs() {
        assertThat(opens("/programmes/described/abancay"))
                .contains("<div class=\"described\" lang=\"es\">", "Dos <em>tardes</em>.")
                .containsPattern(
                        "<meta name=\"description\" content=\"Dos tardes\\. palabra .* palabra…\">");
    }

    @Test
    void sayWhomToWriteTo() {
        for (var page : List.of("/programmes/described", "/programmes/described/abancay")) {
            assertThat(opens(page))
                    .contains("href=\"mailto:equipo+a%23b@example.org\">equipo+a#b@example.org<");
        }
        assertThat(opens("/programmes/mining-integration")).doesNotContain("mailto:");
    }

    @Test
    void foldASessionsAndTellSearchEnginesItsWords() {
        assertThat(opens("/programmes/described/abancay"))
                .contains("<summary>What it is about</summary>", "<h4>Law</h4>")
                .contains("\"description\":\"Law\\nWhat changes.\"");
    }
}
