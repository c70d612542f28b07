package org.tinkuy.gateway.edge.web;

import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tinkuy.gateway.edge.Refusal;
import org.tinkuy.gateway.edge.Refusal.Reason;
import org.tinkuy.telemetry.Traces;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// A service that does not answer is a sentence and not a stack trace. A client that went away is
/// neither: nobody is left to tell.
@Component
class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private final Answers answers;
    private final RefusalLog refusalLog;

    Failures(Answers answers, RefusalLog refusalLog) {
        this.answers = answers;
        this.refusalLog = refusalLog;
    }

    Mono<Void> answer(
            HttpServerRequest request,
            HttpServerResponse response,
            Passage passage,
            @Nullable String traceparent,
            Throwable failure) {
        if (response.hasSentHeaders()) {
            return Mono.error(failure);
        }
        if (isGone(request)) {
            log.debug("{} the client went away", request.requestId(), failure);
            return Mono.empty();
        }
        var refusal = refusal(request, traceparent, failure);
        refusalLog.tell(refusal, passage.client());
        return answers.refuse(request, response, passage.door(), refusal);
    }

    private static boolean isGone(HttpServerRequest request) {
        var gone = new AtomicBoolean();
        request.withConnection(client -> gone.set(!client.channel().isActive()));
        return gone.get();
    }

    private static Refusal refusal(
            HttpServerRequest request, @Nullable String traceparent, Throwable failure) {
        return switch (failure) {
            case Refused refused -> refused.refusal();
            case ReadTimeoutException _ -> Refusal.of(Reason.SERVICE_TIMEOUT);
            case IOException _ -> {
                log.debug("{} no answer from the service", request.requestId(), failure);
                yield Refusal.of(Reason.SERVICE_UNAVAILABLE);
            }
            case TimeoutException _ -> {
                log.warn("{} no connection to the service was free", request.requestId());
                yield Refusal.of(Reason.SERVICE_UNAVAILABLE);
            }
            default -> {
                Traces.logged(
                        traceparent, () -> log.error("{} failed", request.requestId(), failure));
                yield Refusal.of(Reason.SERVICE_UNAVAILABLE);
            }
        };
    }
}
