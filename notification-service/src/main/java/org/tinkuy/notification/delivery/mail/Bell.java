package org.tinkuy.notification.delivery.mail;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.tinkuy.notification.delivery.Lane;
import org.tinkuy.notification.delivery.NewsForWorkers;

/// Wakes a lane's workers, so that polling may be slow.
@Component
class Bell implements NewsForWorkers {

    private static final int MOST_WORKERS = 16;

    private final Map<Lane, Semaphore> lanes = new EnumMap<>(Lane.class);

    Bell() {
        for (var lane : Lane.values()) {
            lanes.put(lane, new Semaphore(0));
        }
    }

    @Override
    public void ring(Lane lane) {
        var semaphore = of(lane);
        if (semaphore.availablePermits() == 0) {
            semaphore.release();
        }
    }

    void ringForAll() {
        lanes.values().forEach(waiting -> waiting.release(MOST_WORKERS));
    }

    void await(Lane lane, Duration longest) throws InterruptedException {
        var _ = of(lane).tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Semaphore of(Lane lane) {
        return Objects.requireNonNull(lanes.get(lane));
    }
}
