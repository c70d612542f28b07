package org.tinkuy.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/// GETs one address over kept connections, each with one request at a time, from one thread that
/// waits for all of them: it costs little beside what it measures.
final class ReadLoad implements AutoCloseable {

    private static final int LONGEST_ANSWER = 1 << 20;
    private static final int LONGEST_SILENCE_MILLIS = 10_000;
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String END_OF_CHUNKS = "\r\n0\r\n\r\n";

    /// What was answered in one stretch of time.
    record Window(Latencies latencies, Duration took) {

        double perSecond() {
            return latencies.count() / (took.toNanos() / 1e9);
        }
    }

    private final byte[] request;
    private final Selector selector = Selector.open();
    private long[] nanos = new long[1 << 16];
    private int answers;

    ReadLoad(int port, String path, int connections) throws IOException {
        this.request =
                String.format(
                                Locale.ROOT,
                                "GET %s HTTP/1.1\r\nHost: localhost:%d\r\nAccept: */*\r\n\r\n",
                                path,
                                port)
                        .getBytes(StandardCharsets.US_ASCII);
        for (var i = 0; i < connections; i++) {
            var channel =
                    SocketChannel.open(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Connection(channel));
        }
    }

    /// One after the other over each connection for so long. What is under way at its end is
    /// answered and counts.
    Window run(Duration duration) throws IOException {
        answers = 0;
        var start = System.nanoTime();
        var end = start + duration.toNanos();
        var open = 0;
        for (var key : selector.keys()) {
            ((Connection) key.attachment()).ask();
            open++;
        }
        while (open > 0) {
            if (selector.select(LONGEST_SILENCE_MILLIS) == 0) {
                throw new IOException("no answer for " + LONGEST_SILENCE_MILLIS + " ms");
            }
            for (var key : selector.selectedKeys()) {
                var connection = (Connection) key.attachment();
                if (connection.isAnswered()) {
                    count(System.nanoTime() - connection.askedAt);
                    if (System.nanoTime() < end) {
                        connection.ask();
                    } else {
                        open--;
                    }
                }
            }
            selector.selectedKeys().clear();
        }
        return new Window(
                Latencies.of(Arrays.copyOf(nanos, answers)),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private void count(long took) {
        if (answers == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * answers);
        }
        nanos[answers++] = took;
    }

    @Override
    public void close() throws IOException {
        for (var key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    private final class Connection {

        private final SocketChannel channel;
        private final ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        private long askedAt;
        private int head;
        private int length;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }

        void ask() throws IOException {
            answer.clear();
            head = -1;
            askedAt = System.nanoTime();
            if (channel.write(ByteBuffer.wrap(request)) < request.length) {
                throw new IOException("a request does not fit into an empty socket");
            }
        }

        boolean isAnswered() throws IOException {
            if (channel.read(answer) < 0) {
                throw new EOFException("the connection is closed");
            }
            if (head < 0) {
                readHead();
            }
            if (head < 0) {
                return false;
            }
            return length >= 0 ? answer.position() >= head + length : endsWith(END_OF_CHUNKS);
        }

        private void readHead() throws IOException {
            var text =
                    new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
            var end = text.indexOf(END_OF_HEAD);
            if (end < 0) {
                return;
            }
            head = end + END_OF_HEAD.length();
            if (!text.startsWith("HTTP/1.1 200 ")) {
                throw new IOException(text.substring(0, end));
            }
            var told = text.toLowerCase(Locale.ROOT).indexOf("content-length:");
            length =
                    told < 0 || told > end
                            ? -1
                            : Integer.parseInt(
                                    text.substring(told + 15, text.indexOf('\r', told)).strip());
        }

        private boolean endsWith(String end) {
            var at = answer.position() - end.length();
            if (at < head) {
                return false;
            }
            for (var i = 0; i < end.length(); i++) {
                if (answer.get(at + i) != end.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }
}
