package org.tinkuy.site.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.thymeleaf.spring6.view.reactive.ThymeleafReactiveViewResolver;
import org.tinkuy.requests.LostClient;
import org.tinkuy.telemetry.TracedRequest;
import reactor.core.publisher.Mono;

/// A page also for what goes wrong before or after a page's own method, whatever the browser says
/// that it accepts.
@Component
@Order(FailuresOutside.BEFORE_BOOTS)
class FailuresOutside implements ErrorWebExceptionHandler {

    /// Spring Boot's own answers stand at -1.
    static final int BEFORE_BOOTS = -2;

    private static final Logger log = LoggerFactory.getLogger(FailuresOutside.class);

    private final Frames frames;
    private final ThymeleafReactiveViewResolver templates;
    private final byte[] lastWords;

    FailuresOutside(Frames frames, ThymeleafReactiveViewResolver templates) {
        this.frames = frames;
        this.templates = templates;
        this.lastWords = lastWords();
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        if (LostClient.is(failure)) {
            // Spring would write an error for what nobody can be told.
            log.debug("The visitor went away", failure);
            return Mono.empty();
        }
        var status = status(failure, exchange);
        exchange.getResponse().setStatusCode(status);
        exchange.getResponse().getHeaders().setCacheControl("no-store");
        var words =
                status.is5xxServerError()
                        ? "broken"
                        : status.value() == 404 ? "not-found" : "refused";
        return notice(words, exchange)
                .onErrorResume(unwritten -> {
                    log.error("Not even a page with words could be made", unwritten);
                    return sayLastWords(exchange);
                });
    }

    private static HttpStatusCode status(Throwable failure, ServerWebExchange exchange) {
        if (failure instanceof ResponseStatusException refused
                && !refused.getStatusCode().is5xxServerError()) {
            exchange.getResponse().getHeaders().putAll(refused.getHeaders());
            return refused.getStatusCode();
        }
        TracedRequest.log(exchange, () -> log.error("A request failed", failure));
        return HttpStatus.INTERNAL_SERVER_ERROR;
    }

    private Mono<Void> notice(String words, ServerWebExchange exchange) {
        return frames.of(exchange)
                .flatMap(frame -> {
                    Map<String, Object> model = Map.of(Frames.ATTRIBUTE, frame, "words", words);
                    var locale =
                            Objects.requireNonNullElse(
                                    exchange.getLocaleContext().getLocale(), Locale.ROOT);
                    return templates
                            .resolveViewName("notice", locale)
                            .flatMap(view -> view.render(model, KeptPage.HTML, exchange));
                });
    }

    private Mono<Void> sayLastWords(ServerWebExchange exchange) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.empty();
        }
        response.getHeaders().setContentType(KeptPage.HTML);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(lastWords)));
    }

    private static byte[] lastWords() {
        try (var page = FailuresOutside.class.getResourceAsStream("/templates/error.html")) {
            return Objects.requireNonNull(page).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
