package org.tinkuy.gateway.edge.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import org.springframework.stereotype.Component;
import org.tinkuy.gateway.edge.ClientAddress;
import org.tinkuy.gateway.edge.Door;
import org.tinkuy.gateway.edge.NetworkShares;
import org.tinkuy.gateway.edge.Refusal;
import org.tinkuy.gateway.edge.Refusal.Reason;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/// The first thing a request meets, before any framework: each layer would cost each request.
@Component
class FrontDoor implements NettyRouteProvider {

    private static final Duration UNTIL_OTHERS_HAVE_ENDED = Duration.ofSeconds(5);

    private final OwnEndpoints ownEndpoints;
    private final ClientAddress clientAddress;
    private final NetworkShares shares;
    private final List<EntryCheck> checks;
    private final Routes routes;
    private final ServedRequests requests;
    private final ServedDocuments documents;
    private final Identification identification;
    private final PassOn passOn;
    private final Failures failures;
    private final Answers answers;
    private final RefusalLog refusalLog;

    /// All counted from 0, since who watches sees how a count grows and not where it begins.
    private final Map<Reason, Counter> refused = new EnumMap<>(Reason.class);

    FrontDoor(
            OwnEndpoints ownEndpoints,
            ClientAddress clientAddress,
            NetworkShares shares,
            List<EntryCheck> checks,
            Routes routes,
            ServedRequests requests,
            ServedDocuments documents,
            Identification identification,
            PassOn passOn,
            Failures failures,
            Answers answers,
            RefusalLog refusalLog,
            MeterRegistry meters) {
        this.ownEndpoints = ownEndpoints;
        this.clientAddress = clientAddress;
        this.shares = shares;
        this.checks = checks;
        this.routes = routes;
        this.requests = requests;
        this.documents = documents;
        this.identification = identification;
        this.passOn = passOn;
        this.failures = failures;
        this.answers = answers;
        this.refusalLog = refusalLog;
        for (var reason : Reason.values()) {
            refused.put(reason, meters.counter("tinkuy.gateway.refused", "reason", reason.type()));
        }
    }

    @Override
    public HttpServerRoutes apply(HttpServerRoutes routes) {
        return routes.route(request -> !ownEndpoints.answer(request), this::enter);
    }

    private Publisher<Void> enter(HttpServerRequest request, HttpServerResponse response) {
        var target = Target.of(request.uri());
        if (target == null) {
            return refuse(request, response, Door.CLOSED, Refusal.of(Reason.INVALID_REQUEST));
        }
        var door = Door.of(target.path());
        var service = routes.to(target.path(), door);
        var passage = new Passage(target, door, clientOf(request), null, false);
        var refusal = refusal(request, passage);
        if (refusal != null) {
            return refuse(request, response, door, refusal);
        }
        if (door == Door.DOCUMENT) {
            return tell(request, response, target.path());
        }
        if (service == null) {
            return refuse(request, response, door, Refusal.of(Reason.NOT_FOUND));
        }
        if (!isFromProxy(request)) {
            return pass(service, request, response, passage);
        }
        var network = ClientAddress.network(passage.client());
        return shares.take(network)
                ? pass(service, request, response, passage).doFinally(_ -> shares.release(network))
                : refuse(request, response, door, Refusal.tooMany(UNTIL_OTHERS_HAVE_ENDED));
    }

    private Publisher<Void> tell(
            HttpServerRequest request, HttpServerResponse response, String path) {
        if (!documents.isAcceptable(request)) {
            return refuse(request, response, Door.DOCUMENT, Refusal.of(Reason.NOT_ACCEPTABLE));
        }
        if (documents.isAnother(request, path)) {
            return refuse(request, response, Door.DOCUMENT, Refusal.of(Reason.PRECONDITION_FAILED));
        }
        return requests.serve(
                request, response, "gateway", _ -> documents.tell(request, response, path));
    }

    private Mono<Void> pass(
            Service service,
            HttpServerRequest request,
            HttpServerResponse response,
            Passage passage) {
        return requests.serve(
                request,
                response,
                service.name(),
                traceparent ->
                        identification
                                .of(request, passage)
                                .flatMap(known ->
                                        passOn.to(service, request, response, known, traceparent))
                                .onErrorResume(failure ->
                                        failures.answer(
                                                request, response, passage, traceparent, failure)));
    }

    private @Nullable Refusal refusal(HttpServerRequest request, Passage passage) {
        for (var check : checks) {
            var refusal = check.refuse(request, passage);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private Mono<Void> refuse(
            HttpServerRequest request, HttpServerResponse response, Door door, Refusal refusal) {
        refusalLog.tell(refusal, clientOf(request));
        Objects.requireNonNull(refused.get(refusal.reason())).increment();
        var answer = answers.refuse(request, response, door, refusal);
        return refusal.reason() == Reason.BODY_TOO_LARGE
                ? SizeCheck.drop(request).then(answer)
                : answer;
    }

    /// A direct neighbour's connections are counted ([ClientConnections]), not its requests.
    private boolean isFromProxy(HttpServerRequest request) {
        return clientAddress.isTrusted(peerOf(request));
    }

    private InetAddress clientOf(HttpServerRequest request) {
        return clientAddress.of(
                peerOf(request), request.requestHeaders().getAll("X-Forwarded-For"));
    }

    private static InetAddress peerOf(HttpServerRequest request) {
        var peer = request.remoteAddress();
        var address = peer == null ? null : peer.getAddress();
        return address == null ? InetAddress.getLoopbackAddress() : address;
    }
}
