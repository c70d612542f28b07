package org.tinkuy.notification.notice;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// Codes and notices about registrations, and what they tell of.
public interface Notices {

    /// A request that is known already is ignored.
    Mono<Void> add(CodeRequest request, @Nullable String traceparent);

    /// Adds to the delivery of the same act, or begins it.
    Mono<Void> add(NoticePart part, @Nullable String traceparent);
}
