package org.tinkuy.benchmarks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// Takes traces as a collector does (OTLP over HTTP), counts the batches, and drops them.
final class TraceSink implements AutoCloseable {

    private static final int OK = 200;
    private static final int NO_BODY = -1;

    private final AtomicInteger batches = new AtomicInteger();
    private final HttpServer server;

    TraceSink() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/v1/traces",
                exchange -> {
                    exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                    exchange.sendResponseHeaders(OK, NO_BODY);
                    exchange.close();
                    batches.incrementAndGet();
                });
        server.start();
    }

    String address() {
        return String.format(
                Locale.ROOT, "http://localhost:%d/v1/traces", server.getAddress().getPort());
    }

    int batches() {
        return batches.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
