package org.tinkuy.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// The beginning of a conversation: who we are, what the server offers, TLS (RFC 3207), and the
/// proof that we may send (RFC 4954).
final class Greeting {

    private static final int IMPLICIT_TLS = 465;

    private final SmtpServer server;
    private final SmtpWire wire;
    private Set<String> offers = Set.of();
    private Set<String> authentications = Set.of();

    private Greeting(SmtpServer server, SmtpWire wire) {
        this.server = server;
        this.wire = wire;
    }

    static Greeting exchange(SmtpServer server) throws SmtpUnreachable {
        var socket = new Socket();
        try {
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            socket.connect(
                    new InetSocketAddress(server.host(), server.port()),
                    Math.toIntExact(server.connectWithin().toMillis()));
            var greeting =
                    new Greeting(
                            server,
                            new SmtpWire(
                                    server.port() == IMPLICIT_TLS
                                            ? secured(socket, server)
                                            : socket));
            greeting.begin();
            return greeting;
        } catch (IOException e) {
            SmtpWire.closeQuietly(socket);
            throw new SmtpUnreachable("no answer: " + SmtpWire.words(e), e);
        } catch (SmtpUnreachable e) {
            SmtpWire.closeQuietly(socket);
            throw e;
        }
    }

    private void begin() throws IOException, SmtpUnreachable {
        wire.answersWithin(server.replyWithin());
        require(wire.reply());
        hello();
        if (!(wire.socket() instanceof SSLSocket)) {
            if (offers.contains("STARTTLS")) {
                require(wire.ask("STARTTLS"));
                wire.mustBeSilent();
                wire.continueOver(secured(wire.socket(), server));
                wire.answersWithin(server.replyWithin());
                hello();
            } else if (server.tls() == SmtpServer.Tls.REQUIRED) {
                throw new SmtpUnreachable("the mail server offers no TLS, and it is required");
            }
        }
        authenticate();
    }

    private void hello() throws IOException, SmtpUnreachable {
        var reply = require(wire.ask("EHLO " + self()));
        var lines = reply.text().toUpperCase(Locale.ROOT).lines().skip(1).toList();
        offers = lines.stream().map(line -> line.split(" ", 2)[0]).collect(Collectors.toSet());
        authentications =
                lines.stream()
                        .filter(line -> line.startsWith("AUTH ") || line.startsWith("AUTH="))
                        .flatMap(line ->
                                Set.of(line.substring("AUTH ".length()).split(" ")).stream())
                        .collect(Collectors.toSet());
    }

    /// A machine that has no name gives its number (RFC 5321 §4.1.4).
    private String self() {
        var local = wire.socket().getLocalAddress();
        try {
            var name = InetAddress.getLocalHost().getCanonicalHostName();
            if (name.matches("(?:[A-Za-z0-9-]++\\.)++[A-Za-z][A-Za-z0-9-]*+")) {
                return name;
            }
        } catch (UnknownHostException _) {
            // It has a number all the same.
        }
        var number = local.getHostAddress().replaceAll("%.*", "");
        return "[" + (number.contains(":") ? "IPv6:" : "") + number + "]";
    }

    private static SSLSocket secured(Socket socket, SmtpServer server) throws IOException {
        var tls =
                (SSLSocket)
                        ((SSLSocketFactory) SSLSocketFactory.getDefault())
                                .createSocket(socket, server.host(), server.port(), true);
        var parameters = tls.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.setSoTimeout(Math.toIntExact(server.replyWithin().toMillis()));
        tls.startHandshake();
        return tls;
    }

    private void authenticate() throws IOException, SmtpUnreachable {
        var user = server.user();
        var password = server.password();
        if (user == null || password == null) {
            return;
        }
        if (!(wire.socket() instanceof SSLSocket)
                && !wire.socket().getInetAddress().isLoopbackAddress()) {
            throw new SmtpUnreachable("the mail server offers no TLS; the password stays here");
        }
        if (authentications.contains("PLAIN")) {
            require(wire.ask("AUTH PLAIN " + base64("\0" + user + "\0" + password)));
        } else if (authentications.contains("LOGIN")) {
            wire.ask("AUTH LOGIN");
            wire.ask(base64(user));
            require(wire.ask(base64(password)));
        } else {
            throw new SmtpUnreachable("the mail server offers neither AUTH PLAIN nor AUTH LOGIN");
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static SmtpReply require(SmtpReply reply) throws SmtpUnreachable {
        if (!reply.isPositive()) {
            throw new SmtpUnreachable(reply.toString());
        }
        return reply;
    }

    SmtpWire wire() {
        return wire;
    }

    boolean offers(String extension) {
        return offers.contains(extension);
    }
}
