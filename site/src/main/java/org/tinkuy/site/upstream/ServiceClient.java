package org.tinkuy.site.upstream;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClient.RequestHeadersSpec;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// How pages ask a service: every call ends within a stated time, in an answer, a [ServiceProblem]
/// or [ServiceUnavailable].
final class ServiceClient {

    /// A page of an organiser's list: some hundred registrations with names and addresses.
    private static final int LARGEST_ANSWER = 1024 * 1024;

    private static final Duration PAUSE_BEFORE_RETRY = Duration.ofMillis(150);

    private final String name;
    private final WebClient http;
    private final Duration answersWithin;

    ServiceClient(String name, WebClient.Builder http, URI service, Duration answersWithin) {
        this.name = name;
        this.answersWithin = answersWithin;
        this.http =
                http.baseUrl(service.toString())
                        .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                        .build();
    }

    /// @param token the visitor's; `null`: nobody is signed in
    WebClient.RequestBodyUriSpec as(HttpMethod method, @Nullable String token) {
        var request = http.method(method);
        if (token != null) {
            request.headers(headers -> headers.setBearerAuth(token));
        }
        return request;
    }

    <T> Mono<T> answer(RequestHeadersSpec<?> request, Class<T> type) {
        return answer(request, ParameterizedTypeReference.forType(type));
    }

    <T> Mono<T> answer(RequestHeadersSpec<?> request, ParameterizedTypeReference<T> type) {
        return ended(sent(request, type));
    }

    /// The answer to a request that is safe to send twice: a broken connection is not yet the
    /// visitor's problem.
    <T> Mono<T> answerOrAskAgain(RequestHeadersSpec<?> request, Class<T> type) {
        var sent = sent(request, ParameterizedTypeReference.<T>forType(type));
        return ended(
                sent.retryWhen(
                        Retry.fixedDelay(1, PAUSE_BEFORE_RETRY)
                                .filter(WebClientException.class::isInstance)
                                .onRetryExhaustedThrow((_, last) -> last.failure())));
    }

    private <T> Mono<T> sent(RequestHeadersSpec<?> request, ParameterizedTypeReference<T> type) {
        return request.exchangeToMono(response -> body(response, type));
    }

    private <T> Mono<T> body(ClientResponse response, ParameterizedTypeReference<T> type) {
        HttpStatusCode status = response.statusCode();
        if (status.is2xxSuccessful()) {
            return type.getType() == Void.class
                    ? response.releaseBody().then(Mono.empty())
                    : response.bodyToMono(type);
        }
        return response.bodyToMono(Problem.class)
                .onErrorReturn(Problem.UNKNOWN)
                .defaultIfEmpty(Problem.UNKNOWN)
                .flatMap(problem -> Mono.error(failure(status, problem)));
    }

    private RuntimeException failure(HttpStatusCode status, Problem problem) {
        return status.is4xxClientError()
                ? new ServiceProblem(status.value(), problem)
                : ServiceUnavailable.answered(name, status.value(), problem);
    }

    private <T> Mono<T> ended(Mono<T> answer) {
        return answer.timeout(answersWithin)
                .onErrorMap(failure ->
                        failure instanceof ServiceProblem || failure instanceof ServiceUnavailable
                                ? failure
                                : ServiceUnavailable.silent(name, failure));
    }
}
