package org.tinkuy.notification.reminder.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.tinkuy.notification.people.RegistrationId;
import org.tinkuy.notification.people.SessionId;
import org.tinkuy.notification.reminder.Reminder;
import org.tinkuy.notification.reminder.Reminders;
import reactor.core.publisher.Mono;

class RemindersHealthTests {

    private static final Instant NOW = Instant.parse("2026-11-25T22:00:00Z");

    @Test
    void saysWhenTheNextFanOutBegins() {
        var health = healthWithNextDue(NOW.plusSeconds(600));
        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails())
                .isEqualTo(Map.of("next", Instant.parse("2026-11-25T22:08:00Z")));
    }

    @Test
    void isWellWhereNothingIsPlanned() {
        assertThat(healthWithNextDue(null).getDetails()).isEqualTo(Map.of("next", "none planned"));
    }

    @Test
    void saysByHowMuchRemindersAreLate() {
        assertThat(healthWithNextDue(NOW.minusSeconds(60)).getStatus()).isEqualTo(Status.UP);
        var late = healthWithNextDue(NOW.minusSeconds(200));
        assertThat(late.getStatus()).isEqualTo(Status.DOWN);
        assertThat(late.getDetails()).isEqualTo(Map.of("reason", "reminders are 3 minutes late"));
    }

    private static Health healthWithNextDue(@Nullable Instant due) {
        var metrics =
                new ReminderMetrics(
                        new NextDue(due),
                        new SimpleMeterRegistry(),
                        Clock.fixed(NOW, ZoneOffset.UTC));
        metrics.refresh();
        return Objects.requireNonNull(new RemindersHealth(metrics).health());
    }

    private record NextDue(@Nullable Instant at) implements Reminders {

        @Override
        public Mono<Instant> nextDue() {
            return Mono.justOrEmpty(at);
        }

        @Override
        public Mono<Void> plan(SessionId session, Instant startsAt, List<Reminder> ahead) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Void> drop(SessionId session) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<List<Planned>> of(Collection<SessionId> sessions) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Planned> due(Instant now) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Void> turn(
                Reminder reminder, @Nullable RegistrationId reached, boolean done, Instant now) {
            throw new UnsupportedOperationException();
        }
    }
}
