package org.tinkuy.requests;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a request has to be so that everybody reads the same in it: an address by RFC 3986, UTF-8
/// where it is percent-encoded, no control characters in the address and the headers, one host, no
/// more media types asked for than anybody looks through, an address that is no longer than anybody
/// needs, and a body as it is: nobody here unpacks one, and what is small when it comes may be
/// large then.
public final class PlainRequest {

    /// What other sites and programs left there is neither ours nor read by us.
    private static final Set<String> OF_OTHERS = Set.of("cookie", "referer", "user-agent");

    /// Spring fails at more (`MimeTypeUtils.sortBySpecificity`), in whatever it answers with.
    private static final int MOST_TYPES = 50;

    private static final int LONGEST_ADDRESS = 4096;

    private PlainRequest() {}

    /// @param address as it stands in the request's first line
    /// @return `null`: none
    public static @Nullable Objection objectionTo(String address, HttpHeaders headers) {
        var objection = objectionTo(address);
        return objection == null ? objectionTo(headers) : objection;
    }

    private static @Nullable Objection objectionTo(String address) {
        if (address.length() > LONGEST_ADDRESS) {
            return Objection.addressTooLong();
        }
        if (!isAscii(address) || !isAddress(address)) {
            return Objection.malformed(
                    "The address has characters that have to be percent-encoded (RFC 3986).");
        }
        if (address.indexOf('%') < 0) {
            return null;
        }
        var text = decoded(address);
        if (text == null) {
            return Objection.malformed("What is percent-encoded in the address is not UTF-8.");
        }
        return text.codePoints().anyMatch(PlainRequest::isControl)
                ? Objection.malformed("The address has control characters.")
                : null;
    }

    /// Netty refuses those below U+0020 itself; a header's bytes are read as Latin-1.
    private static @Nullable Objection objectionTo(HttpHeaders headers) {
        for (var all = headers.iteratorAsString(); all.hasNext(); ) {
            var header = all.next();
            if (header.getValue().codePoints().anyMatch(c -> c != '\t' && isControl(c))
                    && !OF_OTHERS.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                return Objection.malformed("A header has control characters.");
            }
        }
        if (headers.getAll(HttpHeaderNames.HOST).size() > 1) {
            return Objection.malformed("More than one Host is named (RFC 9112, 3.2).");
        }
        if (typesIn(headers) > MOST_TYPES) {
            return Objection.malformed("Accept names more than 50 media types.");
        }
        return hasBody(headers) && isEncoded(headers) ? Objection.encodedBody() : null;
    }

    private static boolean hasBody(HttpHeaders headers) {
        var length = headers.get(HttpHeaderNames.CONTENT_LENGTH, "0");
        return headers.contains(HttpHeaderNames.TRANSFER_ENCODING) || !length.equals("0");
    }

    private static boolean isEncoded(HttpHeaders headers) {
        return headers.getAll(HttpHeaderNames.CONTENT_ENCODING).stream()
                .flatMap(codings -> Arrays.stream(codings.split(",", -1)))
                .map(String::strip)
                .anyMatch(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase("identity"));
    }

    /// At least as many as anybody finds in it.
    private static long typesIn(HttpHeaders headers) {
        return headers.getAll(HttpHeaderNames.ACCEPT).stream()
                .mapToLong(value -> 1 + value.chars().filter(c -> c == ',').count())
                .sum();
    }

    private static boolean isAscii(String address) {
        return address.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    private static boolean isAddress(String address) {
        try {
            var uri = new URI(address.startsWith("/") ? "http://here" + address : address);
            return uri.getRawFragment() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /// @return `null`: not UTF-8
    private static @Nullable String decoded(String address) {
        var bytes = ByteBuffer.allocate(address.length());
        for (var i = 0; i < address.length(); i++) {
            var c = address.charAt(i);
            if (c == '%') {
                bytes.put((byte) Integer.parseInt(address, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.put((byte) c);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    private static boolean isControl(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
