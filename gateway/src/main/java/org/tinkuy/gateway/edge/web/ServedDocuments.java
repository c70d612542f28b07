package org.tinkuy.gateway.edge.web;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.tinkuy.gateway.edge.Door;
import org.tinkuy.gateway.edge.EdgeProperties;
import org.tinkuy.openapi.Documents;
import org.tinkuy.requests.AcceptedTypes;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;

/// Tells what the API is, whether the services that it describes are up or not.
@Component
class ServedDocuments {

    private record Document(String json, String tag) {

        static Document of(JsonNode document) {
            var json = document.toString();
            return new Document(json, '"' + digest(bytes(json)) + '"');
        }

        byte[] bytes() {
            return bytes(json);
        }

        private static byte[] bytes(String json) {
            return json.getBytes(StandardCharsets.UTF_8);
        }

        private static String digest(byte[] json) {
            try {
                var sha256 = MessageDigest.getInstance("SHA-256").digest(json);
                return HexFormat.of().formatHex(sha256, 0, 16);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Map<String, Document> documents = new HashMap<>();
    private final ResponseHeaders responseHeaders;

    ServedDocuments(EdgeProperties properties, ResponseHeaders responseHeaders) {
        this.responseHeaders = responseHeaders;
        var server = properties.publicUrl().toString().replaceFirst("/$", "");
        var read = Documents.read();
        documents.put(Door.document(), Document.of(read.whole(server)));
        for (var service : Documents.SERVICES) {
            documents.put(Door.documentOf(service), Document.of(read.of(service, server)));
        }
    }

    /// Whether JSON is what is asked for.
    boolean isAcceptable(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.OPTIONS)) {
            return true;
        }
        var accepted = request.requestHeaders().getAll(HttpHeaderNames.ACCEPT);
        return AcceptedTypes.have(accepted, MediaType.APPLICATION_JSON);
    }

    Mono<Void> tell(HttpServerRequest request, HttpServerResponse response, String path) {
        var headers = response.responseHeaders();
        if (request.method().equals(HttpMethod.OPTIONS)) {
            headers.set(HttpHeaderNames.ALLOW, PathCheck.methods(Door.DOCUMENT));
            headers.setInt(HttpHeaderNames.CONTENT_LENGTH, 0);
            responseHeaders.add(headers, Door.DOCUMENT);
            return response.send();
        }
        var document = Objects.requireNonNull(documents.get(path));
        headers.set(HttpHeaderNames.ETAG, document.tag());
        headers.set(HttpHeaderNames.CACHE_CONTROL, "no-cache");
        responseHeaders.add(headers, Door.DOCUMENT);
        if (knows(request.requestHeaders(), document.tag())) {
            return response.status(HttpResponseStatus.NOT_MODIFIED).send();
        }
        headers.set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
        var bytes = document.bytes();
        headers.setInt(HttpHeaderNames.CONTENT_LENGTH, bytes.length);
        return request.method().equals(HttpMethod.HEAD)
                ? response.send()
                : response.sendObject(Unpooled.wrappedBuffer(bytes)).then();
    }

    /// Whether the document is none of those that are asked for, by strong comparison (RFC 9110,
    /// 13.1.1).
    boolean isAnother(HttpServerRequest request, String path) {
        var headers = request.requestHeaders();
        var tag = Objects.requireNonNull(documents.get(path)).tag();
        return headers.contains(HttpHeaderNames.IF_MATCH)
                && !request.method().equals(HttpMethod.OPTIONS)
                && tags(headers, HttpHeaderNames.IF_MATCH)
                        .noneMatch(wanted -> wanted.equals("*") || wanted.equals(tag));
    }

    /// By weak comparison (RFC 9110, 13.1.2).
    private static boolean knows(HttpHeaders headers, String tag) {
        return tags(headers, HttpHeaderNames.IF_NONE_MATCH)
                .anyMatch(known -> known.equals("*") || known.replaceFirst("^W/", "").equals(tag));
    }

    private static Stream<String> tags(HttpHeaders headers, CharSequence name) {
        return headers.getAll(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip);
    }
}
