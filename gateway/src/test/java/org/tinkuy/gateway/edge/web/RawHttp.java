package org.tinkuy.gateway.edge.web;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Sends bytes that no polite client would send.
final class RawHttp {

    private RawHttp() {}

    /// The whole answer; the request must ask to close the connection.
    static String send(int port, String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String get(int port, String target) throws IOException {
        return getNaming(port, target, "close");
    }

    /// @param connection what is for the next hop only
    static String getNaming(int port, String target, String connection) throws IOException {
        return send(
                port,
                "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: %s\r\n\r\n"
                        .formatted(target, connection));
    }
}
