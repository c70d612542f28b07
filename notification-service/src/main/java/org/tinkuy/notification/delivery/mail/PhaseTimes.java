package org.tinkuy.notification.delivery.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Where the workers' time goes.
@Component
class PhaseTimes {

    enum Phase {
        CLAIM,
        PREPARE,
        BEGIN,
        COMPOSE,
        HAND_OVER,
        CONCLUDE
    }

    private final Map<Phase, Timer> timers = new EnumMap<>(Phase.class);

    PhaseTimes(MeterRegistry meters) {
        for (var phase : Phase.values()) {
            timers.put(
                    phase,
                    Timer.builder("tinkuy.delivery.phase")
                            .tag("phase", phase.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .description("time of the workers, by what they were doing")
                            .register(meters));
        }
    }

    <T> T during(Phase phase, Supplier<T> work) {
        var began = System.nanoTime();
        try {
            return work.get();
        } finally {
            add(phase, System.nanoTime() - began);
        }
    }

    void add(Phase phase, long nanos) {
        Objects.requireNonNull(timers.get(phase)).record(nanos, TimeUnit.NANOSECONDS);
    }
}
