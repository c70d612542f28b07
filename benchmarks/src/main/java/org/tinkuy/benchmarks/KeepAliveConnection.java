package org.tinkuy.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One HTTP/1.1 connection to the loopback address, one request after the other. It understands
/// just enough to cost next to nothing beside what it measures.
final class KeepAliveConnection implements AutoCloseable {

    private static final int LONGEST_WAIT_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;
    private final String host;

    KeepAliveConnection(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.socket.setTcpNoDelay(true);
        this.socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        this.in = new BufferedInputStream(socket.getInputStream(), 8192);
        this.host = "localhost:" + port;
    }

    /// @return the status; the answer's body is read and dropped
    int post(String path, String idempotencyKey, byte[] json) throws IOException {
        var head =
                String.format(
                                Locale.ROOT,
                                """
                                POST %s HTTP/1.1\r
                                Host: %s\r
                                Content-Type: application/json\r
                                Accept: application/json\r
                                Idempotency-Key: %s\r
                                Content-Length: %d\r
                                \r
                                """,
                                path,
                                host,
                                idempotencyKey,
                                json.length)
                        .getBytes(StandardCharsets.US_ASCII);
        var request = new byte[head.length + json.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(json, 0, request, head.length, json.length);
        socket.getOutputStream().write(request);
        return read();
    }

    private int read() throws IOException {
        var status = Integer.parseInt(line().split(" ", 3)[1]);
        var length = 0;
        var chunked = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(lower.indexOf(':') + 1).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            }
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private void skipChunks() throws IOException {
        for (var size = size(); size > 0; size = size()) {
            in.skipNBytes(size);
            line();
        }
        line();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection is closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
