package org.tinkuy.registration.batch;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// A command that waits for its batch.
///
/// @param number in the order of arrival
/// @param arrived by [System#nanoTime]
record Submission<K, C, R>(
        C command,
        Set<K> keys,
        @Nullable String idempotencyKey,
        long number,
        long arrived,
        CompletableFuture<R> reply) {}
