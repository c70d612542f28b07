package org.tinkuy.site.upstream;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/// How pages ask a service: every call ends within a stated time, in an answer, a [ServiceProblem]
/// or [ServiceUnavailable].
final class ServiceClient {

    /// A page of an organiser's list: some hundred registrations with names and addresses.
    private static final int LARGEST_ANSWER = 1024 * 1024;

    private final String name;
    private final WebClient http;

    ServiceClient(String name, WebClient.Builder http, URI service) {
        this.name = name;
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

    <T> Mono<T> body(ClientResponse response, Class<T> type) {
        return body(response, ParameterizedTypeReference.forType(type));
    }

    <T> Mono<T> body(ClientResponse response, ParameterizedTypeReference<T> type) {
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

    <T> Mono<T> within(Duration time, Mono<T> answer) {
        return answer.timeout(time)
                .onErrorMap(failure ->
                        failure instanceof ServiceProblem || failure instanceof ServiceUnavailable
                                ? failure
                                : ServiceUnavailable.silent(name, failure));
    }
}
