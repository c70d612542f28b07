package org.tinkuy.session.importing.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.tinkuy.problems.InvalidInput;

/// The characters of a file, which has to be UTF-8: other bytes would become other letters than the
/// organiser wrote.
final class FileText {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int BUFFER = 8192;

    /// Characters; a text of 2000 that are all escaped has 20,000. What a parser does with a line
    /// grows with the square of its length.
    static final int LONGEST_LINE = 100_000;

    private FileText() {}

    /// Without the mark that some editors put before everything.
    static Reader open(Path file) throws IOException {
        var bytes = new PushbackInputStream(Files.newInputStream(file), BYTE_ORDER_MARK.length);
        var begin = bytes.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(begin, BYTE_ORDER_MARK)) {
            bytes.unread(begin);
        }
        return new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }

    /// @throws InvalidInput naming the line whose bytes are no UTF-8, or that is too long
    static void require(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            require(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// On which line the character stands first; the last one where none does.
    static long lineOf(Path file, int character) {
        try (var reader = new BufferedReader(open(file))) {
            var line = 1L;
            for (var read = reader.read(); read >= 0 && read != character; read = reader.read()) {
                line += read == '\n' ? 1 : 0;
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void require(InputStream bytes) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var in = ByteBuffer.allocate(BUFFER);
        var out = CharBuffer.allocate(BUFFER);
        var line = 1L;
        var length = 0;
        var end = false;
        while (!end) {
            var read = bytes.read(in.array(), in.position(), in.remaining());
            end = read < 0;
            in.position(in.position() + Math.max(read, 0)).flip();
            if (line == 1 && isUtf16(in)) {
                throw noUtf8(1);
            }
            var result = decoder.decode(in, out, end);
            out.flip();
            while (out.hasRemaining()) {
                if (out.get() == '\n') {
                    line++;
                    length = 0;
                } else if (++length > LONGEST_LINE) {
                    throw tooLong(line);
                }
            }
            if (result.isError()) {
                throw noUtf8(line);
            }
            out.clear();
            in.compact();
        }
    }

    /// A letter of an English word has a zero beside it, in UTF-16 and in nothing else.
    private static boolean isUtf16(ByteBuffer start) {
        return start.remaining() > 1 && (start.get(0) == 0 || start.get(1) == 0);
    }

    private static InvalidInput tooLong(long line) {
        return InvalidInput.of(
                "",
                "too-long",
                "line " + line + ": a line has up to " + LONGEST_LINE + " characters.");
    }

    private static InvalidInput noUtf8(long line) {
        return InvalidInput.of(
                "",
                "malformed",
                String.format(
                        Locale.ROOT,
                        "line %d: this is no UTF-8. Save the file as UTF-8 and send it again.",
                        line));
    }
}
