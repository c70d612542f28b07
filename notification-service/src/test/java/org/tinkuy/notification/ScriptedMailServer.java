package org.tinkuy.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/// A mail server that misbehaves as told, per recipient.
public final class ScriptedMailServer implements Closeable {

    public enum Reaction {
        ACCEPT,
        REFUSE_RECIPIENT_550,
        REFUSE_RELAYING_550,
        REFUSE_SENDER_550,
        DEFER_RECIPIENT_451,
        CLOSE_CHANNEL_421,
        REFUSE_MESSAGE_554,
        /// Exim's words for a message that its rules refuse: no enhanced status.
        REFUSE_MESSAGE_550,
        DEFER_MESSAGE_452,
        /// Takes the message, and is gone before it says so.
        TAKE_AND_DROP,
        DROP_BEFORE_DATA,
        /// Takes the message, and says so when the test calls [#release].
        TAKE_AND_HOLD
    }

    public record Received(String recipient, MimeMessage message) {}

    @TestConfiguration(proxyBeanMethods = false)
    static class InService {

        @Bean
        ScriptedMailServer mailServerOfTheTest() {
            return new ScriptedMailServer();
        }

        @Bean
        DynamicPropertyRegistrar mailServerAddress(ScriptedMailServer server) {
            return properties -> {
                properties.add("tinkuy.smtp.host", () -> "127.0.0.1");
                properties.add("tinkuy.smtp.port", server::port);
            };
        }
    }

    private final Map<String, Queue<Reaction>> scripts = new ConcurrentHashMap<>();
    private volatile Reaction everybody = Reaction.ACCEPT;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> conversations = ConcurrentHashMap.newKeySet();
    private volatile Runnable beforeEachAnswer = () -> {};
    private volatile boolean pipelining = true;
    private volatile int most = Integer.MAX_VALUE;
    private volatile CountDownLatch released = new CountDownLatch(1);
    private volatile @Nullable ServerSocket server;
    private final int port;

    public ScriptedMailServer() {
        this.port = listen(0);
    }

    public int port() {
        return port;
    }

    /// What the next messages to the recipient meet; after that they are accepted.
    public void script(String recipient, Reaction... reactions) {
        scripts.put(recipient, new ArrayDeque<>(List.of(reactions)));
    }

    /// What whoever has no script meets, until this is called again.
    public void meetEverybodyWith(Reaction reaction) {
        everybody = reaction;
    }

    /// For conversations that begin after this.
    public void offerPipelining(boolean offered) {
        pipelining = offered;
    }

    /// Further conversations are turned away.
    public void letInAtMost(int conversations) {
        most = conversations;
    }

    public List<Received> received(String recipient) {
        return received.stream().filter(mail -> mail.recipient().equals(recipient)).toList();
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    public void release() {
        var held = released;
        released = new CountDownLatch(1);
        held.countDown();
    }

    /// Ends all conversations; new ones may begin.
    public void hangUp() {
        for (var conversation : conversations) {
            try {
                conversation.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public void beforeEachAnswer(Runnable step) {
        beforeEachAnswer = step;
    }

    public static String messageId(Received mail) {
        try {
            return mail.message().getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    public void goDown() {
        close();
    }

    public void comeBack() {
        listen(port);
    }

    @Override
    public void close() {
        try {
            var socket = server;
            if (socket != null) {
                socket.close();
            }
            hangUp();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int listen(int wanted) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            server = socket;
            Thread.ofVirtual().start(() -> accept(socket));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                var conversation = socket.accept();
                conversations.add(conversation);
                if (socket.isClosed()) {
                    // It was let in while the server went down, and hung up on by nobody.
                    conversation.close();
                }
                Thread.ofVirtual().start(() -> serve(conversation));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new Conversation(socket).run();
        } catch (IOException _) {
            // The client or the test ended it.
        } finally {
            conversations.remove(socket);
        }
    }

    private Reaction next(String recipient) {
        var script = scripts.get(recipient);
        if (script == null) {
            return everybody;
        }
        synchronized (script) {
            var reaction = script.poll();
            return reaction == null ? everybody : reaction;
        }
    }

    private final class Conversation {

        private final BufferedReader in;
        private final Socket socket;
        private String recipient = "";
        private boolean hasSender;
        private boolean hasRecipient;
        private Reaction reaction = Reaction.ACCEPT;

        Conversation(Socket socket) throws IOException {
            this.socket = socket;
            this.in =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        void run() throws IOException {
            if (conversations.size() > most) {
                say("421 4.7.0 too many connections");
                return;
            }
            say("220 scripted.example.org");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                switch (line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT)) {
                    case "EHLO" -> hello();
                    case "MAIL" -> sender();
                    case "RCPT" -> {
                        if (!recipient(line)) {
                            return;
                        }
                    }
                    case "DATA" -> {
                        if (!data()) {
                            return;
                        }
                    }
                    case "QUIT" -> {
                        say("221 bye");
                        return;
                    }
                    default -> say("250 ok");
                }
            }
        }

        private void hello() throws IOException {
            if (pipelining) {
                say("250-scripted.example.org");
                say("250 PIPELINING");
            } else {
                say("250 scripted.example.org");
            }
        }

        private void sender() throws IOException {
            hasSender = everybody != Reaction.REFUSE_SENDER_550;
            say(hasSender ? "250 ok" : "550 5.7.1 you are not let in");
        }

        private boolean recipient(String line) throws IOException {
            recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
            if (!hasSender) {
                refuse("503 5.5.1 no sender");
                return true;
            }
            reaction = next(recipient);
            switch (reaction) {
                case REFUSE_RECIPIENT_550 ->
                        refuse("550 5.1.1 <" + recipient + "> no such mailbox");
                case REFUSE_RELAYING_550 -> refuse("550 relay not permitted");
                case DEFER_RECIPIENT_451 -> refuse("451 4.7.1 greylisted, try later");
                case CLOSE_CHANNEL_421 -> {
                    say("421 4.3.2 shutting down");
                    return false;
                }
                default -> {
                    hasRecipient = true;
                    say("250 ok");
                }
            }
            return true;
        }

        private void refuse(String words) throws IOException {
            hasRecipient = false;
            say(words);
        }

        private boolean data() throws IOException {
            if (!hasRecipient) {
                say("554 5.5.1 no valid recipients");
                return true;
            }
            if (reaction == Reaction.DROP_BEFORE_DATA) {
                return false;
            }
            say("354 go on");
            var message = read();
            switch (reaction) {
                case REFUSE_MESSAGE_554 -> say("554 5.6.0 not this one");
                case REFUSE_MESSAGE_550 -> say("550 Administrative prohibition");
                case DEFER_MESSAGE_452 -> say("452 4.3.1 no room now");
                case TAKE_AND_DROP -> {
                    received.add(new Received(recipient, message));
                    return false;
                }
                case TAKE_AND_HOLD -> {
                    var held = released;
                    received.add(new Received(recipient, message));
                    awaitRelease(held);
                    say("250 taken");
                }
                default -> {
                    received.add(new Received(recipient, message));
                    say("250 taken");
                }
            }
            return true;
        }

        private MimeMessage read() throws IOException {
            var text = new StringBuilder();
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals(".")) {
                    break;
                }
                text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            }
            try {
                return new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(
                                text.toString().getBytes(StandardCharsets.ISO_8859_1)));
            } catch (MessagingException e) {
                throw new IOException(e);
            }
        }

        private void awaitRelease(CountDownLatch held) throws IOException {
            try {
                held.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        private void say(String line) throws IOException {
            beforeEachAnswer.run();
            socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
