package org.tinkuy.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an operator sees of a dead letter: no body, which may hold personal data.
///
/// @param letter names it when it is replayed or discarded
/// @param consumer the function that could not handle it
/// @param id the message's own id, if it has one
/// @param kind `undecodable` or `rejected`
/// @param time when it became one
record DeadLetter(
        UUID letter,
        String consumer,
        String topic,
        String partition,
        String offset,
        @Nullable String key,
        @Nullable String id,
        @Nullable String type,
        String kind,
        String reason,
        String time) {}
