package org.tinkuy.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sends bytes that no client library would send.
public final class RawHttp {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final Pattern NAMES_OF_CODE =
            Pattern.compile("org\\.tinkuy|java\\.|Exception|Whitelabel");

    private static final Pattern HEADER_NAME = Pattern.compile("(?m)^[\\w-]++:");

    private final int port;

    public RawHttp(int port) {
        this.port = port;
    }

    /// @param target the first line's second word; each character is a byte (Latin-1), here and in
    ///   headers
    /// @param headers each whole, such as `Accept: text/html`
    /// @param body `null`: none
    public record Request(
            String method, String target, List<String> headers, @Nullable String body) {

        /// A header of the same name is replaced.
        public Request with(String header) {
            var name = header.substring(0, header.indexOf(':') + 1);
            var others = headers.stream().filter(other -> !other.startsWith(name));
            return new Request(
                    method, target, Stream.concat(others, Stream.of(header)).toList(), body);
        }

        public Request by(String other) {
            return new Request(other, target, headers, body);
        }

        public Request sending(String type, String text) {
            return new Request(method, target, headers, text).with("Content-Type: " + type);
        }

        public String shown() {
            var sent = body == null ? "" : body;
            var last = headers.isEmpty() ? "" : headers.getLast();
            return "%s %s [%s] %s"
                    .formatted(method, shortened(target), shortened(last), shortened(sent));
        }

        private byte[] bytes() {
            var lines = new ArrayList<String>();
            lines.add(method + " " + target + " HTTP/1.1");
            addUnlessGiven(lines, "Host: localhost");
            addUnlessGiven(lines, "Connection: close");
            var inChunks = headers.contains("Transfer-Encoding: chunked");
            if (!inChunks && (body != null || !method.equals("GET"))) {
                addUnlessGiven(lines, "Content-Length: " + (body == null ? 0 : body.length()));
            }
            lines.addAll(headers);
            return String.join("\r\n", lines)
                    .concat("\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }

        private void addUnlessGiven(List<String> lines, String header) {
            var name = header.substring(0, header.indexOf(':') + 1);
            if (headers.stream().noneMatch(given -> given.startsWith(name))) {
                lines.add(header);
            }
        }
    }

    /// @param head its lines, with names of headers in lower case
    /// @param body without the marks of its chunks
    public record Answer(int status, String head, String body) {

        /// @param name in lower case
        public Optional<String> header(String name) {
            return head.lines()
                    .filter(line -> line.startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2))
                    .findFirst();
        }

        List<String> faults() {
            var faults = new ArrayList<String>();
            if (status >= 500 || status < 200) {
                faults.add("FAILED");
            }
            if (NAMES_OF_CODE.matcher(body).find()) {
                faults.add("TELLS OF CODE");
            }
            if (status == 405 && !head.contains("\nallow: ")) {
                faults.add("NO ALLOW");
            }
            if (status == 201 && !head.contains("\nlocation: ")) {
                faults.add("NO LOCATION");
            }
            return faults;
        }

        List<String> faultsOfAProblem() {
            if (!head.contains("\ncontent-type: application/problem+json")) {
                return List.of("NO PROBLEM");
            }
            return body.contains("urn:tinkuy:problem:") && !body.contains("\"errors\":[]")
                    ? List.of()
                    : List.of("NO WORDS");
        }

        /// Who asks for no page, or cannot be understood, gets a problem.
        List<String> faultsOfAPage() {
            return faultsOfAProblem().isEmpty()
                            || (head.contains("\ncontent-type: text/html") && body.contains("<h1"))
                    ? List.of()
                    : List.of("NO PAGE");
        }

        public String shown() {
            return status + " " + shortened(body);
        }
    }

    public Answer send(Request request) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(Math.toIntExact(LONGEST.toMillis()));
            var out = socket.getOutputStream();
            out.write(request.bytes());
            if (request.body() != null) {
                out.write(request.body().getBytes(StandardCharsets.ISO_8859_1));
            }
            return read(everything(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(request.shown(), e);
        }
    }

    /// Goes away without hearing an answer.
    ///
    /// @param begun with a body that is shorter than it says, or lacks its last chunk
    /// @param abruptly by a reset, as a phone that lost its network and found another
    public void breakOff(Request begun, boolean abruptly) {
        try (var socket = new Socket("localhost", port)) {
            if (abruptly) {
                socket.setSoLinger(true, 0);
            }
            var out = socket.getOutputStream();
            out.write(begun.bytes());
            if (begun.body() != null) {
                out.write(begun.body().getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(begun.shown(), e);
        }
    }

    /// Whoever is refused before everything was read finds the connection reset behind the answer.
    private static byte[] everything(InputStream in) throws IOException {
        var read = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        try {
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                read.write(buffer, 0, count);
            }
        } catch (SocketException e) {
            if (read.size() == 0) {
                throw e;
            }
        }
        return read.toByteArray();
    }

    private static Answer read(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, "", text);
        }
        var head =
                HEADER_NAME
                        .matcher(text.substring(0, end).replace("\r", ""))
                        .replaceAll(name -> name.group().toLowerCase(Locale.ROOT));
        var bodyAt = text.substring(0, end).getBytes(StandardCharsets.UTF_8).length + 4;
        var body = Arrays.copyOfRange(bytes, bodyAt, bytes.length);
        return new Answer(
                Integer.parseInt(text.substring(9, 12)),
                head,
                new String(
                        head.contains("\ntransfer-encoding: chunked") ? joined(body) : body,
                        StandardCharsets.UTF_8));
    }

    /// @param chunks of RFC 9112, 7.1
    private static byte[] joined(byte[] chunks) {
        var whole = new ByteArrayOutputStream();
        var text = new String(chunks, StandardCharsets.ISO_8859_1);
        for (var at = 0; at < text.length(); ) {
            var line = text.indexOf("\r\n", at);
            var length = line < 0 ? 0 : Integer.parseInt(text.substring(at, line), 16);
            if (length == 0) {
                break;
            }
            whole.write(chunks, line + 2, Math.min(length, chunks.length - line - 2));
            at = line + 2 + length + 2;
        }
        return whole.toByteArray();
    }

    private static String shortened(String text) {
        var shown = text.length() > 160 ? text.substring(0, 160) + "…" : text;
        return shown.chars()
                .mapToObj(c ->
                        c < ' ' || (c >= 0x7F && c < 0xA0)
                                ? String.format(Locale.ROOT, "\\u%04x", c)
                                : Character.toString(c))
                .collect(Collectors.joining());
    }
}
