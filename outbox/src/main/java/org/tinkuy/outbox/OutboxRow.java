package org.tinkuy.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message as it waits in the outbox.
record OutboxRow(
        long position,
        Instant appendedAt,
        UUID id,
        String topic,
        String key,
        String type,
        String subject,
        long sequence,
        Instant time,
        @Nullable String data,
        @Nullable String traceparent,
        boolean republished) {}
