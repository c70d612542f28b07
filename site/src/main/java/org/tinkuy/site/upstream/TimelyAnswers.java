package org.tinkuy.site.upstream;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.service.invoker.HttpRequestValues;
import org.springframework.web.service.invoker.ReactorHttpExchangeAdapter;
import org.springframework.web.service.invoker.ReactorHttpExchangeAdapterDecorator;
import org.tinkuy.site.SiteProperties;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Bounds how long an answer is waited for, and says of whatever else goes wrong that the service
/// is away, or answers with too much.
final class TimelyAnswers extends ReactorHttpExchangeAdapterDecorator {

    /// Attribute of a request whose answer the page does without where it is late.
    static final String DISPENSABLE = Dispensable.class.getName();

    /// What carries a key is safe to send twice.
    private static final String KEY = "Idempotency-Key";

    private static final Duration PAUSE_BEFORE_RETRY = Duration.ofMillis(150);

    private final Service service;
    private final SiteProperties properties;

    TimelyAnswers(ReactorHttpExchangeAdapter http, Service service, SiteProperties properties) {
        super(http);
        this.service = service;
        this.properties = properties;
    }

    @Override
    public Mono<Void> exchangeForMono(HttpRequestValues request) {
        return timely(request, super.exchangeForMono(request));
    }

    @Override
    public <T> Mono<T> exchangeForBodyMono(
            HttpRequestValues request, ParameterizedTypeReference<T> type) {
        return timely(request, super.exchangeForBodyMono(request, type));
    }

    /// An answer of any length begins in time, and then takes as long as whoever reads it.
    @Override
    public <T> Mono<ResponseEntity<Flux<T>>> exchangeForEntityFlux(
            HttpRequestValues request, ParameterizedTypeReference<T> type) {
        return timely(request, super.exchangeForEntityFlux(request, type))
                .map(answer ->
                        ResponseEntity.status(answer.getStatusCode())
                                .headers(answer.getHeaders())
                                .body(requireNonNull(answer.getBody()).onErrorMap(this::away)));
    }

    private <T> Mono<T> timely(HttpRequestValues request, Mono<T> answer) {
        return askedAgain(request, answer).timeout(patience(request)).onErrorMap(this::away);
    }

    private Throwable away(Throwable failure) {
        if (failure instanceof ServiceProblem || failure instanceof ServiceUnavailable) {
            return failure;
        }
        return isTooLarge(failure)
                ? new AnswerTooLarge(service.title(), failure)
                : ServiceUnavailable.silent(service.title(), failure);
    }

    /// Whatever decodes an answer wraps what it met.
    private static boolean isTooLarge(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(DataBufferLimitException.class::isInstance);
    }

    private Duration patience(HttpRequestValues request) {
        return request.getAttributes().containsKey(DISPENSABLE)
                ? properties.seatsWithin()
                : properties.answersWithin();
    }

    /// A broken connection is not yet the visitor's problem, where asking again is safe.
    private static <T> Mono<T> askedAgain(HttpRequestValues request, Mono<T> answer) {
        return request.getHeaders().containsHeader(KEY)
                ? answer.retryWhen(
                        Retry.fixedDelay(1, PAUSE_BEFORE_RETRY)
                                .filter(WebClientException.class::isInstance)
                                .onRetryExhaustedThrow((_, last) -> last.failure()))
                : answer;
    }
}
