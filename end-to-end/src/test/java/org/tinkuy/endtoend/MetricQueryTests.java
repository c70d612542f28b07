package org.tinkuy.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricQueryTests {

    private static final String SCRAPED =
            """
            # HELP mails_total Mails
            mails_total{kind="code",lane="codes"} 3.0
            mails_total{kind="reminder-1h",lane="reminders"} 4.0
            age_seconds 0.0
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "age_seconds > 60",
                "sum by (service, kind) (rate(mails_total{lane=\"codes\"}[5m])) > 0.1",
                "max(mails_total{kind=~\"code|reminder-1h\"}) unless on (service) age_seconds",
                "sum(increase(mails_total{kind!=\"campaign\"}[30m])) > 5 and age_seconds > 0"
            })
    void missesNothingOfWhatIsThere(String expression) {
        assertThat(new MetricQuery(expression).missingFrom(scraped())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "sum(rate(letters_total[5m])); letters_total",
                "mails_total{lane=\"notices\"}; mails_total without lane=\"notices\"",
                "mails_total{kind=~\"code|letter\"}; mails_total without kind=~\"code|letter\"",
                "sum by (queue) (mails_total); mails_total has no label queue",
                "1 > 0; no metric at all"
            })
    void namesWhatIsNotThere(String expression, String missing) {
        assertThat(new MetricQuery(expression).missingFrom(scraped())).containsExactly(missing);
    }

    @Test
    void knowsTheLabelsThatPrometheusAdds() {
        assertThat(scraped().byName().get("age_seconds")).containsOnlyKeys("service");
    }

    private static Samples scraped() {
        var samples = Samples.none();
        samples.add(SCRAPED, Map.of("service", "notification-service"));
        return samples;
    }
}
