package org.tinkuy.token;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import io.netty.channel.Channel;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/// Stands where registration-service publishes its keys; can be stopped and started at its port.
final class PublishedKeys {

    private final AtomicInteger asked = new AtomicInteger();
    private final List<Channel> connections = new CopyOnWriteArrayList<>();
    private volatile List<ECKey> keys = List.of();
    private DisposableServer server = listen(0);

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port() + "/.well-known/jwks.json");
    }

    int asked() {
        return asked.get();
    }

    void publish(ECKey... published) {
        keys = List.of(published);
    }

    void stop() {
        server.disposeNow();
        connections.forEach(connection -> connection.close().syncUninterruptibly());
        connections.clear();
    }

    void start() {
        if (server.isDisposed()) {
            server = listen(server.port());
        }
    }

    private DisposableServer listen(int port) {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .doOnConnection(connection -> connections.add(connection.channel()))
                .handle((_, response) -> {
                    asked.incrementAndGet();
                    var published = new JWKSet(List.copyOf(keys)).toString(true);
                    return response.header("Content-Type", "application/json")
                            .sendString(Mono.just(published));
                })
                .bindNow();
    }
}
