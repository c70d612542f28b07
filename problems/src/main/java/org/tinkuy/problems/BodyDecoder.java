package org.tinkuy.problems;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.util.MimeType;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON in UTF-8, as everybody sends it to others (RFC 8259, 8.1); the parser would guess
/// other encodings. Of what does not fit, everything is named at once and not the first alone.
final class BodyDecoder extends JacksonJsonDecoder {

    /// What tells an encoding of two or four bytes for each character.
    private static final int BEGINNING = 4;

    /// Where Reactor keeps the hooks of `doOnDiscard`. Where a handler reads its body as a `Mono`,
    /// whatever writes its answer has one: of a body that is too large, both that one and join's
    /// would give each piece back, the second time from under others.
    private static final String DISCARD_HOOK = "reactor.onDiscard.local";

    BodyDecoder(JsonMapper mapper) {
        super(mapper);
    }

    @Override
    public Mono<Object> decodeToMono(
            Publisher<DataBuffer> input,
            ResolvableType type,
            @Nullable MimeType mimeType,
            @Nullable Map<String, Object> hints) {
        var large = type.toClass().getAnnotation(LargeBody.class);
        return DataBufferUtils.join(input, large == null ? getMaxInMemorySize() : bytes(large))
                .contextWrite(context -> context.delete(DISCARD_HOOK))
                .flatMap(whole ->
                        isBlank(whole)
                                ? noBody(whole)
                                : Mono.justOrEmpty(decode(whole, type, mimeType, hints)));
    }

    /// White space is no text of JSON (RFC 8259, 2): nothing was said.
    private static boolean isBlank(DataBuffer whole) {
        return whole.indexOf(octet -> " \t\r\n".indexOf(octet) < 0, whole.readPosition()) < 0;
    }

    private static Mono<Object> noBody(DataBuffer whole) {
        DataBufferUtils.release(whole);
        return Mono.empty();
    }

    private static int bytes(LargeBody large) {
        return (int) DataSize.ofMegabytes(large.megabytes()).toBytes();
    }

    @Override
    public Object decode(
            DataBuffer buffer,
            ResolvableType type,
            @Nullable MimeType mimeType,
            @Nullable Map<String, Object> hints) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        if (isOfSeveralBytes(bytes)) {
            throw InvalidInput.of("", "malformed", "this is no UTF-8");
        }
        try {
            var whole = DefaultDataBufferFactory.sharedInstance.wrap(bytes);
            return super.decode(whole, type, mimeType, hints);
        } catch (DecodingException e) {
            if (e.getCause() instanceof MismatchedInputException first) {
                throw new InvalidInput(misfits(bytes, type, first).errors());
            }
            if (e.getCause() instanceof StreamConstraintsException) {
                throw LongNumbers.firstIn(bytes).map(RuntimeException.class::cast).orElse(e);
            }
            throw e;
        }
    }

    /// No text of JSON in UTF-8 has a zero, and none begins with these marks of the order of bytes.
    private static boolean isOfSeveralBytes(byte[] bytes) {
        for (var i = 0; i < Math.min(BEGINNING, bytes.length); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return bytes.length > 1 && (bytes[0] & bytes[1] & 0xFE) == 0xFE;
    }

    /// Each trial costs as much as reading it: of what is larger than usual, the first is named.
    private Misfits<Object> misfits(
            byte[] bytes, ResolvableType type, MismatchedInputException first) {
        if (bytes.length > getMaxInMemorySize()) {
            return Misfits.alone(first);
        }
        var mapper = getMapper();
        try {
            return Misfits.in(
                            tree(bytes, mapper),
                            mapper.readerFor(mapper.constructType(type.getType()))::readValue)
                    .orAlone(first);
        } catch (JacksonException _) {
            return Misfits.alone(first);
        }
    }

    /// Numbers as they are written: as `double`, the largest would be no numbers.
    private static JsonNode tree(byte[] bytes, JsonMapper mapper) {
        return mapper.reader()
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(bytes);
    }
}
