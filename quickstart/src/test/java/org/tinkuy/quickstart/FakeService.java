package org.tinkuy.quickstart;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// Stands for every service: a jar that can be extracted, is ready at once, and tells its
/// environment.
final class FakeService {

    private static final Map<String, String> PORTS =
            Map.of(
                    "registration-service", "TINKUY_REGISTRATION_PORT",
                    "session-service", "TINKUY_SESSION_PORT",
                    "notification-service", "TINKUY_NOTIFICATION_PORT",
                    "site", "TINKUY_SITE_PORT",
                    "gateway", "TINKUY_PORT");

    private FakeService() {}

    public static void main(String... args) throws Exception {
        var jar =
                Path.of(
                        FakeService.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        if (System.getProperty("jarmode") != null) {
            var destination = args[Arrays.asList(args).indexOf("--destination") + 1];
            Files.copy(jar, Path.of(destination).resolve(jar.getFileName()));
            return;
        }
        serve(jar.getFileName().toString().replace("-1.0.jar", ""));
    }

    private static void serve(String name) throws IOException {
        if (System.getenv().getOrDefault("TINKUY_TEST_REFUSES", "").contains(name)) {
            System.out.println("\nDescription:\n\nTINKUY_SMTP_RATE is \"-1\".\n\nAction:\n\n");
            System.exit(78);
        }
        var port = PORTS.getOrDefault(name, "");
        serve(port, "");
        if (!name.equals("gateway")) {
            serve(
                    port.replace("_PORT", "_INNER_PORT"),
                    "Bearer " + System.getenv("TINKUY_INNER_SECRET"));
        }
    }

    /// @param authorization what is to be shown; empty: nothing
    private static void serve(String port, String authorization) throws IOException {
        var address =
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), Integer.parseInt(System.getenv(port)));
        var server = HttpServer.create(address, 0);
        server.createContext(
                "/",
                exchange -> {
                    var shown = exchange.getRequestHeaders().getFirst("Authorization");
                    if (!authorization.isEmpty() && !authorization.equals(shown)) {
                        exchange.sendResponseHeaders(401, -1);
                        exchange.close();
                        return;
                    }
                    var variable = exchange.getRequestURI().getPath().substring(1);
                    var body =
                            System.getenv()
                                    .getOrDefault(variable, "")
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    /// Writes the jars where a build would have left them.
    static void buildAll(Path checkout) throws IOException {
        for (var name : PORTS.keySet()) {
            var target = Files.createDirectories(checkout.resolve(name).resolve("target"));
            build(target.resolve(name + "-1.0.jar"));
        }
    }

    private static void build(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        var entry = FakeService.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = FakeService.class.getClassLoader().getResourceAsStream(entry)) {
            if (in == null) {
                throw new IOException(entry);
            }
            out.putNextEntry(new JarEntry(entry));
            in.transferTo(out);
            out.closeEntry();
        }
    }
}
