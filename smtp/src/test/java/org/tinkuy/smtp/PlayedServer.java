package org.tinkuy.smtp;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A mail server that says its lines whatever it hears, and keeps what it was sent: one entry for
/// each time it had to wait.
final class PlayedServer implements Closeable {

    /// Ends the connection.
    static final String HANG_UP = "";

    private static final int BIGGEST_READ = 1 << 20;

    private final ServerSocket server;
    private final Deque<String> lines;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    PlayedServer(String... lines) {
        this.lines = new ArrayDeque<>(List.of(lines));
        try {
            this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::play);
    }

    SmtpServer address(@Nullable String user, @Nullable String password) {
        return address(user, password, SmtpServer.Tls.WHERE_OFFERED);
    }

    SmtpServer address(@Nullable String user, @Nullable String password, SmtpServer.Tls tls) {
        return new SmtpServer(
                "127.0.0.1",
                server.getLocalPort(),
                user,
                password,
                tls,
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(5));
    }

    /// What was sent, one entry for each of its own lines after the greeting.
    List<String> heard() {
        return heard;
    }

    private void play() {
        try (var socket = server.accept()) {
            var greeting = lines.poll();
            if (greeting != null) {
                say(socket, greeting);
            }
            for (var line = lines.poll(); line != null; line = lines.poll()) {
                var bytes = new byte[BIGGEST_READ];
                var length = socket.getInputStream().read(bytes);
                heard.add(new String(bytes, 0, Math.max(length, 0), StandardCharsets.UTF_8));
                if (line.equals(HANG_UP)) {
                    return;
                }
                say(socket, line);
            }
            socket.getInputStream().readAllBytes();
        } catch (IOException _) {
            // The client or the test ended it.
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
