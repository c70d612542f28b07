package org.tinkuy.registration.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class CalendarSecretsTests {

    private static final String BASE64URL =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final CalendarGenerations never =
            new CalendarGenerations() {
                @Override
                public Mono<Integer> of(AttendeeId attendee) {
                    return Mono.just(0);
                }

                @Override
                public Mono<Integer> renew(AttendeeId attendee) {
                    return Mono.just(1);
                }
            };
    private final CalendarSecrets secrets =
            new CalendarSecrets(new DerivedSecrets("a secret of the installation"), never);
    private final AttendeeId attendee = new AttendeeId(UUID.randomUUID());

    @Test
    void openInOneSpellingOnly() {
        var secret = Objects.requireNonNull(secrets.of(attendee).block());
        assertThat(secrets.attendee(secret).block()).isEqualTo(attendee);

        assertThat(secrets.attendee(secret + "=").blockOptional()).isEmpty();
        var end = secret.length() - 1;
        assertThat(BASE64URL.chars().mapToObj(last -> secret.substring(0, end) + (char) last))
                .filteredOn(other -> !other.equals(secret))
                .hasSize(63)
                .allSatisfy(other -> assertThat(secrets.attendee(other).blockOptional()).isEmpty());
    }
}
