package org.tinkuy.quickstart;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Whether the ports are free, told before anything starts.
final class Ports {

    private static final int ANSWERS_WITHIN_MILLIS = 200;

    private Ports() {}

    static void requireFree(List<Settings.Port> ports) {
        requireDistinct(ports);
        var taken =
                ports.stream()
                        .filter(p -> isTaken(p.number()))
                        .map(p ->
                                String.format(
                                        Locale.ROOT,
                                        "Port %d for %s is taken by another program: stop that one, or choose another port with %s=…",
                                        p.number(),
                                        p.what(),
                                        p.setting()))
                        .collect(Collectors.joining(System.lineSeparator()));
        if (!taken.isEmpty()) {
            throw new StartRefused(taken);
        }
    }

    private static void requireDistinct(List<Settings.Port> ports) {
        Map<Integer, Settings.Port> seen = new HashMap<>();
        for (var port : ports) {
            var other = seen.put(port.number(), port);
            if (other != null) {
                throw new StartRefused(
                        String.format(
                                Locale.ROOT,
                                "Port %d is meant for %s and for %s: change %s or %s",
                                port.number(),
                                other.what(),
                                port.what(),
                                other.setting(),
                                port.setting()));
            }
        }
    }

    /// Listening can succeed beside a program that listens on all addresses, or on IPv6 only:
    /// therefore it is also asked.
    static boolean isTaken(int port) {
        return cannotListen(port) || answers("127.0.0.1", port) || answers("::1", port);
    }

    private static boolean cannotListen(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return !socket.isBound();
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean answers(String host, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), ANSWERS_WITHIN_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
