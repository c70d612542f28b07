package org.tinkuy.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What differs between operating systems, in one place.
public final class Platform {

    private Platform() {}

    public static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    /// The running JDK's `java`.
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java");
    }

    /// A port that was free on the loopback address a moment ago.
    public static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A dead process that nobody has collected, as under a container's idle first process.
    public static boolean isZombie(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException e) {
            return false;
        }
    }

    /// Ctrl-C in a terminal, or closing it, reaches every process of the group at once; children
    /// are stopped by their parent in order, and so must not see it. An ignored signal stays
    /// ignored across exec, and the JVM respects that.
    static List<String> deafToInterrupt(List<String> command) {
        if (isWindows()) {
            return command;
        }
        var deaf = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        deaf.addAll(command);
        return deaf;
    }
}
