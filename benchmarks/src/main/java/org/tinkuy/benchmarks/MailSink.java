package org.tinkuy.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/// A mail server that takes everything and keeps the recipients only. In a process of its own, so
/// that its CPU time is not the sender's. `HELP` answers how many mails and recipients there were.
///
/// As real ones do, it can think about each message for a while before it answers.
public final class MailSink {

    private static final int BUFFER = 64 * 1024;

    private final LongAdder mails = new LongAdder();
    private final Set<String> recipients = ConcurrentHashMap.newKeySet();

    private final Duration answerAfter;

    private MailSink(Duration answerAfter) {
        this.answerAfter = answerAfter;
    }

    /// Arguments: port, milliseconds before a message is answered.
    public static void main(String[] arguments) throws IOException {
        var port = Integer.parseInt(arguments[0]);
        var sink = new MailSink(Duration.ofMillis(Integer.parseInt(arguments[1])));
        try (var server = new ServerSocket(port, 100, InetAddress.getLoopbackAddress())) {
            while (true) {
                var socket = server.accept();
                Thread.ofPlatform().daemon().start(() -> sink.serve(socket));
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            new Conversation(socket).run();
        } catch (IOException _) {
            // The client ended it.
        }
    }

    private final class Conversation {

        private final InputStream in;
        private final OutputStream out;
        private final byte[] buffer = new byte[BUFFER];
        private final StringBuilder answers = new StringBuilder();
        private int position;
        private int end;
        private String recipient = "";

        Conversation(Socket socket) throws IOException {
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
        }

        void run() throws IOException {
            say("220 sink");
            for (var line = line(); !line.equals("QUIT"); line = line()) {
                if (line.startsWith("EHLO")) {
                    say("250-sink");
                    say("250 PIPELINING");
                } else if (line.startsWith("RCPT")) {
                    recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    say("250 ok");
                } else if (line.equals("DATA")) {
                    say("354 go on");
                    message();
                    think();
                    mails.increment();
                    recipients.add(recipient);
                    say("250 taken");
                } else if (line.equals("HELP")) {
                    say("214 " + mails.sum() + " " + recipients.size());
                } else {
                    say("250 ok");
                }
            }
            say("221 bye");
            answer();
        }

        /// What was asked before is answered first.
        private void think() throws IOException {
            if (answerAfter.isPositive()) {
                answer();
                LockSupport.parkNanos(answerAfter.toNanos());
            }
        }

        /// Answers leave together, when there is nothing more to read.
        private void say(String line) {
            answers.append(line).append("\r\n");
        }

        private void answer() throws IOException {
            if (!answers.isEmpty()) {
                out.write(answers.toString().getBytes(StandardCharsets.US_ASCII));
                answers.setLength(0);
            }
        }

        private int next() throws IOException {
            if (position == end) {
                answer();
                position = 0;
                end = in.read(buffer);
                if (end <= 0) {
                    throw new IOException("the client is gone");
                }
            }
            return buffer[position++];
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (var b = next(); b != '\n'; b = next()) {
                if (b != '\r') {
                    line.append((char) b);
                }
            }
            return line.toString();
        }

        /// Until a line with nothing but a dot.
        private void message() throws IOException {
            var matched = 2;
            while (matched < 5) {
                var b = next();
                matched =
                        switch (matched) {
                            case 0 -> b == '\r' ? 1 : 0;
                            case 1 -> b == '\n' ? 2 : b == '\r' ? 1 : 0;
                            case 2 -> b == '.' ? 3 : b == '\r' ? 1 : 0;
                            case 3 -> b == '\r' ? 4 : 0;
                            default -> b == '\n' ? 5 : 0;
                        };
            }
        }
    }
}
