package org.tinkuy.gateway;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/// A service behind the gateway: remembers what it was asked and answers as told. It can be stopped
/// and started again at the same port.
public final class StubService {

    /// @param body empty when the answer does not wait for it
    public record Received(String method, String uri, HttpHeaders headers, String body) {}

    /// How a stub answers.
    @FunctionalInterface
    public interface Answer
            extends BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> {}

    /// Spring ends the threads that all share with the first application that a test closes.
    private static final LoopResources OWN_THREADS = LoopResources.create("stub");

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<Channel> connections = new CopyOnWriteArrayList<>();
    private volatile Answer answer = text("ok");
    private DisposableServer server = listen(0);

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public Received last() {
        return received.getLast();
    }

    public void answers(Answer newAnswer) {
        this.answer = newAnswer;
    }

    public void reset() {
        start();
        received.clear();
        answer = text("ok");
    }

    public void stop() {
        server.disposeNow();
        connections.forEach(connection -> connection.close().syncUninterruptibly());
        connections.clear();
    }

    public void start() {
        if (server.isDisposed()) {
            server = listen(server.port());
        }
    }

    public static Answer text(String text) {
        return json("\"" + text + "\"");
    }

    public static Answer json(String body) {
        return (_, response) ->
                response.header("Content-Type", "application/json").sendString(Mono.just(body));
    }

    public static Answer status(int status) {
        return (_, response) -> response.status(status).send();
    }

    private DisposableServer listen(int port) {
        return HttpServer.create()
                .runOn(OWN_THREADS)
                .host("127.0.0.1")
                .httpRequestDecoder(decoder -> decoder.maxHeaderSize(32 * 1024))
                .port(port)
                .doOnConnection(connection -> connections.add(connection.channel()))
                .handle((request, response) ->
                        request.receive()
                                .aggregate()
                                .asString(StandardCharsets.UTF_8)
                                .defaultIfEmpty("")
                                .flatMap(body -> {
                                    received.add(
                                            new Received(
                                                    request.method().name(),
                                                    request.uri(),
                                                    request.requestHeaders().copy(),
                                                    body));
                                    return Mono.from(answer.apply(request, response));
                                }))
                .bindNow();
    }
}
