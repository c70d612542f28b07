package org.tinkuy.site.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;
import reactor.core.publisher.Mono;

/// The pages that thousands open at once. A page is made of its model and of nothing else, so one
/// that is made of the same again is the same: it is written as it was rendered. Of each page there
/// is one rendering, the last, for each language, time zone and address.
///
/// Pages of whoever is signed in, those that answer a form, and those that no browser may keep are
/// rendered each time.
@Component
@Order(0)
class RememberedPages implements ViewResolver {

    private static final Set<String> VIEWS =
            Set.of(
                    "home",
                    "programme",
                    "event",
                    "timetable",
                    "regions",
                    "region",
                    "embedded-timetable",
                    "embedded-form");

    private static final int BYTES = 16 * 1024 * 1024;

    private record Key(String view, Frame frame) {}

    /// @param madeOf the model
    private record Rendered(Map<String, Object> madeOf, KeptPage page) {}

    private final ThymeleafReactiveViewResolver templates;
    private final Counter rendered;
    private final Cache<Key, Rendered> pages =
            Caffeine.newBuilder()
                    .maximumWeight(BYTES)
                    .<Key, Rendered>weigher((_, rendered) -> rendered.page().weight())
                    .build();

    RememberedPages(ThymeleafReactiveViewResolver templates, MeterRegistry meters) {
        this.templates = templates;
        this.rendered = meters.counter("tinkuy.pages.rendered");
    }

    @Override
    public Mono<View> resolveViewName(String name, Locale locale) {
        return VIEWS.contains(name) ? Mono.just(new Page(name, locale)) : Mono.empty();
    }

    private final class Page implements View {

        private final String name;
        private final Locale locale;

        Page(String name, Locale locale) {
            this.name = name;
            this.locale = locale;
        }

        /// Spring asks every resolver, and takes the first view that says it is of this type.
        @Override
        public List<MediaType> getSupportedMediaTypes() {
            return List.of(KeptPage.HTML);
        }

        /// What comes later, such as the frame, is the view's to wait for.
        @Override
        public Mono<Void> render(
                @Nullable Map<String, ?> model,
                @Nullable MediaType contentType,
                ServerWebExchange exchange) {
            var madeOf = madeOf(model);
            return switch (madeOf.get(Frames.ATTRIBUTE)) {
                case Mono<?> later ->
                        later.flatMap(frame -> {
                            madeOf.put(Frames.ATTRIBUTE, frame);
                            return render(madeOf, contentType, exchange);
                        });
                case Frame frame when isForEverybody(frame, exchange) ->
                        remembered(new Key(name, frame), madeOf, contentType, exchange);
                case null, default ->
                        template().flatMap(view -> view.render(model, contentType, exchange));
            };
        }

        private Mono<Void> remembered(
                Key key,
                Map<String, Object> madeOf,
                @Nullable MediaType contentType,
                ServerWebExchange exchange) {
            var known = pages.getIfPresent(key);
            if (known != null && known.madeOf().equals(madeOf)) {
                return known.page().write(exchange);
            }
            rendered.increment();
            var response = new Remembering(exchange, key, Map.copyOf(madeOf));
            var remembering = exchange.mutate().response(response).build();
            return template().flatMap(view -> view.render(madeOf, contentType, remembering));
        }

        private Mono<View> template() {
            return templates.resolveViewName(name, locale);
        }
    }

    private static boolean isForEverybody(Frame frame, ServerWebExchange exchange) {
        var method = exchange.getRequest().getMethod();
        return !frame.visitor().isSignedIn()
                && exchange.getResponse().getHeaders().getCacheControl() == null
                && (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD));
    }

    /// Without what Spring puts beside each attribute for forms of its own kind.
    private static Map<String, Object> madeOf(@Nullable Map<String, ?> model) {
        var madeOf = new HashMap<String, Object>();
        if (model != null) {
            model.forEach((name, value) -> {
                if (!name.startsWith(BindingResult.MODEL_KEY_PREFIX)) {
                    madeOf.put(name, value);
                }
            });
        }
        return madeOf;
    }

    private final class Remembering extends ServerHttpResponseDecorator {

        private final ServerWebExchange exchange;
        private final Key key;
        private final Map<String, Object> madeOf;

        Remembering(ServerWebExchange exchange, Key key, Map<String, Object> madeOf) {
            super(exchange.getResponse());
            this.exchange = exchange;
            this.key = key;
            this.madeOf = madeOf;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return DataBufferUtils.join(body)
                    .map(Remembering::bytes)
                    .flatMap(html -> {
                        var page = new KeptPage(html);
                        pages.put(key, new Rendered(madeOf, page));
                        return page.write(exchange);
                    });
        }

        private static byte[] bytes(DataBuffer buffer) {
            var bytes = new byte[buffer.readableByteCount()];
            buffer.read(bytes);
            DataBufferUtils.release(buffer);
            return bytes;
        }
    }
}
