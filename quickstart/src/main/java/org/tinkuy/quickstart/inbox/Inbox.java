package org.tinkuy.quickstart.inbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.subethamail.smtp.server.SMTPServer;

/// Takes mail by SMTP, keeps it in a directory and shows it over HTTP.
public final class Inbox implements AutoCloseable {

    /// Larger than what the services may ever send, small enough to hold in memory.
    private static final int LARGEST_MESSAGE = 25 * 1024 * 1024;

    /// Mails that stay; the whole fault test sends 10,000.
    private static final int KEEP = 50_000;

    private final SMTPServer smtp;
    private final HttpServer http;

    /// Listens at once. Ports may be 0 for any free one.
    public Inbox(InetAddress address, int smtpPort, int httpPort, Path directory)
            throws IOException {
        var store = new MailStore(directory, KEEP);
        var chaos = new Chaos();
        smtp =
                new SMTPServer.Builder()
                        .bindAddress(address)
                        .port(smtpPort)
                        .softwareName("Tinkuy inbox")
                        .maxMessageSize(LARGEST_MESSAGE)
                        .messageHandlerFactory(
                                _ -> new SmtpReceiver(store, LARGEST_MESSAGE, chaos.triggers()))
                        .build();
        http = HttpServer.create(new InetSocketAddress(address, httpPort), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", new InboxHandler(store, chaos));
        smtp.start();
        http.start();
    }

    /// Alone, in a container: the directory is the argument, the ports are Mailpit's.
    public static void main(String... args) throws IOException {
        new Inbox(new InetSocketAddress(0).getAddress(), 1025, 8025, Path.of(args[0]));
    }

    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    public int httpPort() {
        return http.getAddress().getPort();
    }

    /// Mail that was accepted is in its file already.
    @Override
    public void close() {
        smtp.stop();
        http.stop(0);
    }
}
