package org.tinkuy.site.page;

import java.util.Map;
import org.springframework.core.ResolvableType;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.codec.FormHttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// A form with fields for each of many, which may be larger than others are.
public final class LargeForm {

    /// The gateway lets as much pass to such a page.
    private static final DataSize LIMIT = DataSize.ofMegabytes(8);

    private static final ResolvableType FORM =
            ResolvableType.forClassWithGenerics(MultiValueMap.class, String.class, String.class);

    private LargeForm() {}

    /// @return without fields where nothing was sent, as of other forms
    public static Mono<MultiValueMap<String, String>> of(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        if (!isForm(request)) {
            return exchange.getFormData();
        }
        var reader = new FormHttpMessageReader();
        reader.setMaxInMemorySize((int) LIMIT.toBytes());
        return FormsAsTyped.asTyped(reader.readMono(FORM, request, Map.of()))
                .defaultIfEmpty(new LinkedMultiValueMap<>());
    }

    /// A type that is none is another, as Spring has it of other forms.
    private static boolean isForm(ServerHttpRequest request) {
        try {
            return MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(
                    request.getHeaders().getContentType());
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }
}
