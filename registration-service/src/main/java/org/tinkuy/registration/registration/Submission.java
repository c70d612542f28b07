package org.tinkuy.registration.registration;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tinkuy.registration.registration.Command.Register;

/// A command that waits for its batch.
record Submission(Command command, CompletableFuture<Reply> reply) {

    static Submission of(Command command) {
        return new Submission(command, new CompletableFuture<>());
    }

    /// `null`: it may be repeated without harm.
    @Nullable String idempotencyKey() {
        return command instanceof Register register ? register.key().value() : null;
    }
}
