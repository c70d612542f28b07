package org.tinkuy.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTests {

    private static final Path HOME = Path.of("/opt/tinkuy").toAbsolutePath();

    @Test
    void hasADefaultForEverything() {
        var settings = Settings.of(Map.of("TINKUY_HOME", HOME.toString()));

        assertThat(settings.data()).isEqualTo(HOME.resolve("data"));
        assertThat(settings.ports())
                .filteredOn(port -> !settings.inner().all().contains(port))
                .extracting(Settings.Port::number)
                .containsExactly(8080, 8081, 8082, 8083, 8084, 1025, 8025, 5432, 9092);
        assertThat(settings.publicUrl()).isEqualTo("http://localhost:8080");
        assertThat(settings.organiser()).isEqualTo("organiser@example.org");
    }

    @Test
    void givesEachInnerPortANumberOfItsOwn() {
        var settings =
                Settings.of(
                        Map.of("TINKUY_SITE_PORT", "9001", "TINKUY_SESSION_INNER_PORT", "9093"));

        assertThat(settings.inner().session().number()).isEqualTo(9093);
        assertThat(settings.inner().all())
                .extracting(Settings.Port::number)
                .doesNotHaveDuplicates();
        assertThat(settings.inner().site().number()).as("beside another system").isNotEqualTo(8091);
    }

    @Test
    void linksFollowTheGatewaysPort() {
        assertThat(Settings.of(Map.of("TINKUY_PORT", "9000")).publicUrl())
                .isEqualTo("http://localhost:9000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "0", "-1", "65536"})
    void namesTheSettingThatIsNoPort(String value) {
        assertThatThrownBy(() -> Settings.of(Map.of("TINKUY_SMTP_PORT", value)))
                .isInstanceOf(StartRefused.class)
                .hasMessage("TINKUY_SMTP_PORT is no port number: " + value);
    }

    @Test
    void twoPartsCannotShareAPort() {
        var settings = Settings.of(Map.of("TINKUY_PORT", "8025"));

        assertThatThrownBy(() -> Ports.requireFree(settings.ports()))
                .hasMessageContaining("TINKUY_PORT")
                .hasMessageContaining("TINKUY_INBOX_PORT");
    }
}
