package org.tinkuy.smtp;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Commands out, replies in.
final class SmtpWire implements Closeable {

    private static final int LONGEST_LINE = 4_096;
    private static final int MOST_LINES = 200;
    private static final int CODE_LENGTH = 3;

    private final byte[] received = new byte[8_192];
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private int position;
    private int end;

    SmtpWire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    Socket socket() {
        return socket;
    }

    /// What came before a handshake is no part of what is said after it (CVE-2011-0411).
    void mustBeSilent() throws IOException {
        if (position < end) {
            throw new IOException("the server spoke before the encryption began");
        }
    }

    void continueOver(Socket secured) throws IOException {
        socket = secured;
        in = secured.getInputStream();
        out = secured.getOutputStream();
    }

    void answersWithin(Duration time) throws IOException {
        socket.setSoTimeout(Math.toIntExact(time.toMillis()));
    }

    SmtpReply ask(String command) throws IOException {
        out.write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
        return reply();
    }

    void send(WireBuffer bytes) throws IOException {
        bytes.writeTo(out);
    }

    SmtpReply reply() throws IOException {
        var text = new StringBuilder();
        for (var i = 0; i < MOST_LINES; i++) {
            var line = line();
            var code = code(line);
            text.append(text.isEmpty() ? "" : "\n");
            text.append(line, Math.min(CODE_LENGTH + 1, line.length()), line.length());
            if (line.length() == CODE_LENGTH || line.charAt(CODE_LENGTH) != '-') {
                return new SmtpReply(code, text.toString());
            }
        }
        throw new IOException("the server's answer has no end");
    }

    private static int code(String line) throws IOException {
        if (line.length() < CODE_LENGTH) {
            throw new IOException("the server does not speak SMTP");
        }
        var code = 0;
        for (var i = 0; i < CODE_LENGTH; i++) {
            var digit = line.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new IOException("the server does not speak SMTP");
            }
            code = code * 10 + digit;
        }
        return code;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var b = next(); b != '\n'; b = next()) {
            if (line.length() == LONGEST_LINE) {
                throw new IOException("the server's answer is too long");
            }
            line.append((char) (b & 0xff));
        }
        var length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r'
                ? line.substring(0, length - 1)
                : line.toString();
    }

    private byte next() throws IOException {
        if (position == end) {
            position = 0;
            end = Math.max(in.read(received), 0);
            if (end == 0) {
                throw new EOFException("the server ended the connection");
            }
        }
        return received[position++];
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    static void closeQuietly(Closeable open) {
        try {
            open.close();
        } catch (IOException _) {
            // Nothing was left to be said.
        }
    }

    static String words(IOException failure) {
        return failure instanceof SocketTimeoutException
                ? "it took too long"
                : String.valueOf(failure.getMessage());
    }
}
