package org.tinkuy.inbox;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/// `/actuator/deadletters`: GET lists, POST replays one or all, DELETE discards one.
@Endpoint(id = "deadletters")
class DeadLettersEndpoint {

    private final DeadLetters deadLetters;

    DeadLettersEndpoint(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    @ReadOperation
    List<DeadLetter> list() {
        return deadLetters.list();
    }

    @WriteOperation
    DeadLetters.Replay replay(@Nullable UUID letter) {
        return deadLetters.replay(id -> letter == null || letter.equals(id));
    }

    @DeleteOperation
    int discard(UUID letter) {
        return deadLetters.discard(letter::equals);
    }
}
