package org.tinkuy.registration.identity;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Deletes challenges, device sessions and keys that can no longer matter: what is not kept cannot
/// leak. Every instance may do it; the second finds nothing.
@Component
class ForgetExpired {

    private static final Logger log = LoggerFactory.getLogger(ForgetExpired.class);

    private final Challenges challenges;
    private final DeviceSessions sessions;
    private final SigningKeys keys;
    private final Clock clock;

    ForgetExpired(Challenges challenges, DeviceSessions sessions, SigningKeys keys, Clock clock) {
        this.challenges = challenges;
        this.sessions = sessions;
        this.keys = keys;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    Mono<Void> forget() {
        return Mono.defer(() -> {
            var now = clock.instant();
            return challenges
                    .forgetExpired(now)
                    .then(sessions.forgetExpired(now))
                    .then(keys.forgetEndedBefore(now.minus(KeyRing.RETENTION)))
                    .onErrorResume(failure -> {
                        log.warn("Expired rows are deleted later", failure);
                        return Mono.empty();
                    });
        });
    }
}
