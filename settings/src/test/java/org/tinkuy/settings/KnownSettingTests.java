package org.tinkuy.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownSettingTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TINKUY_PORT | 70000",
                "TINKUY_SMTP_PORT | smtp",
                "TINKUY_SMTP_PORT | 0",
                "TINKUY_SESSION_URL | http://localhost:0",
                "TINKUY_KAFKA | localhost:0",
                "TINKUY_SMTP_RATE | fast",
                "TINKUY_LIMIT_MAIL_BURST | 1.5",
                "TINKUY_SMTP_TLS_REQUIRED | yes",
                "TINKUY_TOLD_UNTIL | tomorrow",
                "TINKUY_TOLD_UNTIL | 2027-03-10T18:04",
                "TINKUY_KAFKA_PROTOCOL | TLS",
                "TINKUY_KAFKA_SASL | SCRAM",
                "TINKUY_KAFKA_USER | a\"b",
                "TINKUY_SITE_PORT | -1",
                "TINKUY_PUBLIC_URL | tinkuy.example.org",
                "TINKUY_PUBLIC_URL | ftp://tinkuy.example.org",
                "TINKUY_SESSION_URL | http://",
                "TINKUY_SESSION_URL | http://a b",
                "TINKUY_SESSION_URL | http://localhost:99999",
                "TINKUY_DATABASE | localhost:5432/registration",
                "TINKUY_DATABASE | postgresql://localhost",
                "TINKUY_DATABASE | postgresql://localhost:port/registration",
                "TINKUY_KAFKA | localhost",
                "TINKUY_KAFKA | localhost:9092,",
                "TINKUY_KAFKA | one:9092,two:port",
                "TINKUY_BIND | every one",
                "TINKUY_LOG_FORMAT | json",
                "TINKUY_OTLP_ENDPOINT | collector:4318"
            })
    void refusesWhatCannotBe(String variable, String value) {
        assertThat(KnownSetting.fault(variable, value))
                .hasValueSatisfying(words ->
                        assertThat(words)
                                .startsWith(variable + " is \"" + value + "\"; it must be ")
                                .endsWith("."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TINKUY_PORT | 0",
                "TINKUY_SMTP_PORT | 465",
                "TINKUY_TOLD_UNTIL | 2027-03-10T18:04:00Z",
                "TINKUY_PUBLIC_URL | https://tinkuy.example.org/tinkuy",
                "TINKUY_REGISTRATION_URL | http://registration-service:8082",
                "TINKUY_REGISTRATION_URL | http://[::1]:8082",
                "TINKUY_DATABASE | postgresql://db/registration?sslMode=require",
                "TINKUY_DATABASE | postgresql://127.0.0.1:5432/registration",
                "TINKUY_KAFKA | one:9092, two:9092",
                "TINKUY_KAFKA | [::1]:9092",
                "TINKUY_BIND | ::1",
                "TINKUY_BIND | 0.0.0.0",
                "TINKUY_LOG_FORMAT | ecs",
                "TINKUY_LOG_FORMAT | ''",
                "TINKUY_OTLP_ENDPOINT | false",
                "TINKUY_OTLP_ENDPOINT | http://localhost:4318/v1/traces",
                "TINKUY_REGISTRATION_BATCH | 500",
                "TINKUY_REGISTRATION_SWEEP | often"
            })
    void letsPassWhatCanBeAndWhatItDoesNotKnow(String variable, String value) {
        assertThat(KnownSetting.fault(variable, value)).isEmpty();
    }
}
