package org.tinkuy.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.tinkuy.site.programme.PublishedSchedule;

/// A site that has just started, before Kafka has told it anything.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.kafka.bootstrap-servers=127.0.0.1:1",
            "logging.level.org.apache.kafka=OFF"
        })
@ContextConfiguration(initializers = StubServices.Address.class)
class StillReadingTests {

    @LocalServerPort int port;
    @Autowired PublishedSchedule schedule;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/programmes/heading-to-perumin/calendar.ics",
                "/programmes/heading-to-perumin/apurimac/calendar.ics",
                "/calendar/a-secret.ics",
                "/programmes/heading-to-perumin",
                "/"
            })
    void asksToComeBackInsteadOfSayingThatThereIsNothing(String path) {
        var answer = new Browser(port).open(path);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("10");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    @DirtiesContext
    void saysThatThereIsNothingOnceAllIsRead() {
        schedule.heardAll();

        assertThat(new Browser(port).open("/programmes/nowhere/calendar.ics").status())
                .isEqualTo(404);
        assertThat(new Browser(port).open("/").status()).isEqualTo(200);
    }
}
